using ChatSupport.Desk.People;

namespace ChatSupport.Tests.People;

public sealed class DirectoryTests
{
    [Fact]
    public void People_are_recognised_by_their_identity_in_its_own_workspace_only()
    {
        Assert.Equal("claire.morel", Example.Directory.ByIdentity(new(ChatService.Slack, "T0BOREALIS", "U0CLAIRE"))!.Id);
        Assert.Equal("nadia.benali", Example.Directory.ByIdentity(new(ChatService.Teams, "9C1D2E3F-0000-4000-8000-00000000DE5C", "6a9f0b52-0000-4000-8000-00000000ad1a"))!.Id);
        Assert.Null(Example.Directory.ByIdentity(new(ChatService.Slack, "T0MERIDIEN", "U0CLAIRE")));
        Assert.Null(Example.Directory.ByIdentity(new(ChatService.Teams, "T0BOREALIS", "U0CLAIRE")));
    }

    [Fact]
    public void Contacts_are_recognised_by_their_address_in_any_case_and_engineers_are_not_contacts()
    {
        Assert.Equal("paul.renard", Example.Directory.ByEmail("Paul.Renard@MERIDIEN.example")!.Id);
        Assert.Null(Example.Directory.ByEmail("nadia.benali@desk.example"));
        Assert.Null(Example.Directory.ByEmail("stranger@meridien.example"));
    }

    [Fact]
    public void Callers_are_recognised_by_their_number_or_their_company_by_its_code()
    {
        Assert.Equal(["claire.morel"], Example.Directory.ByPhone("+33612000101").Select(person => person.Id));
        Assert.Equal(["nadia.benali"], Example.Directory.ByPhone("+33613000001").Select(person => person.Id));
        Assert.Empty(Example.Directory.ByPhone("+33612000199"));
        Assert.Equal("borealis", Example.Directory.ByPhoneCode("4711")!.Id);
        Assert.Null(Example.Directory.ByPhoneCode("0000"));
    }

    [Fact]
    public void People_of_one_company_may_share_a_number() => Assert.Equal(
        ["claire.morel", "yanis.haddad"],
        Example.Read(Example.With("+33612000102", "+33612000101")).ByPhone("+33612000101").Select(person => person.Id));

    [Fact]
    public void A_contact_who_has_left_keeps_a_name_and_can_no_longer_act()
    {
        var directory = Example.Read(Example.With("sms: true", "active: false"));

        Assert.Equal("Claire Morel", directory.Contact("claire.morel")!.Name.Full);
        Assert.False(directory.Contact("claire.morel")!.Active);
        Assert.Null(directory.ByEmail("claire.morel@borealis.example"));
        Assert.Null(directory.ByIdentity(new(ChatService.Slack, "T0BOREALIS", "U0CLAIRE")));
        Assert.Empty(directory.ByPhone("+33612000101"));
        Assert.Equal(["yanis.haddad"], directory.ContactsOf("borealis").Select(contact => contact.Id));
    }

    [Fact]
    public void An_id_names_a_client_a_contact_or_an_engineer_and_nothing_else()
    {
        Assert.Null(Example.Directory.Client("nobody"));
        Assert.Null(Example.Directory.Person("borealis"));
        Assert.Null(Example.Directory.Engineer("claire.morel"));
        Assert.Null(Example.Directory.Contact("nadia.benali"));
        Assert.Equal("tom.lefevre", Example.Directory.Engineer("tom.lefevre")!.Id);
        Assert.Empty(Example.Directory.ContactsOf("nobody"));
    }
}

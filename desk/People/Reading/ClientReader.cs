using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Language;

namespace ChatSupport.Desk.People.Reading;

/// <summary>A client with its contract, its places and its contacts.</summary>
internal static class ClientReader
{
    private static readonly Kind<Plan?> Plans = Kind.OneOf<Plan?>(
        ("PREMIUM", Plan.Premium), ("BUSINESS", Plan.Business), ("DEVELOPPEUR", Plan.Developpeur), ("none", null));

    public static Client Read(Section section, Register register)
    {
        var id = PersonReader.Id(section, register, "borealis");
        var client = new Client(
            id,
            section.Required("name", Kinds.Text("Borealis Énergie")) ?? "",
            section.Value("plan", Plans),
            section.Value("language", PersonReader.Language, Tongue.French))
        {
            Tenants = Tenants(section, register, id),
            Phone = section.Part("phone", "{ code: \"4711\", pinHash: \"…\" }", phone => Access(phone, register)),
            Slack = section.Part("slack", "{ workspaces: [T0BOREALIS] }", place => new SlackPlace(
                Realms(place, "workspaces", "T0BOREALIS"), place.Value("channel", Kinds.Text("C0BORSUPP")))),
            Teams = section.Part("teams", "{ tenants: [3b0b6a0e-52a3-4c55-9d0e-8f3f0f0c7a11] }", place => new TeamsPlace(
                Realms(place, "tenants", "3b0b6a0e-52a3-4c55-9d0e-8f3f0f0c7a11"),
                place.Value("team", Kinds.Text("support-team")),
                place.Value("channel", Kinds.Text("\"19:support@thread.tacv2\"")))),
        };

        var realms = new Realms(client.Slack?.Workspaces ?? [], client.Teams?.Tenants ?? [], "RealmOfClient");
        return client with
        {
            Contacts = section.Parts("contacts", "{ id: claire.morel, name: { first: Claire, last: Morel } }", contact => ContactOf(client, contact, register, realms)),
        };
    }

    private static List<string> Tenants(Section section, Register register, string client)
    {
        var tenants = section.Values("tenants", Kinds.Tenant);
        foreach (var (line, tenant) in tenants)
        {
            register.Tenants.Take(tenant, line, by: client);
        }

        return [.. tenants.Select(tenant => tenant.Value)];
    }

    private static List<string> Realms(Section place, string key, string example) =>
        [.. place.Values(key, Kinds.Text(example)).Select(realm => realm.Value)];

    private static PhoneAccess Access(Section phone, Register register)
    {
        var code = phone.Required("code", Kinds.Code);
        register.Codes.Take(code, phone.LineOf("code"));
        return new PhoneAccess(code ?? "", phone.Required("pinHash", Kinds.PinHash) ?? "");
    }

    private static Contact ContactOf(Client client, Section section, Register register, Realms realms)
    {
        var contact = new Contact(
            PersonReader.Id(section, register, "claire.morel"),
            PersonReader.Name(section),
            section.Value("language", PersonReader.Language, client.Tongue),
            client.Id)
        {
            Administrator = section.Value("administrator", Kinds.Flag),
            Sms = section.Value("sms", Kinds.Flag),
            Active = section.Value("active", Kinds.Flag, true),
        };
        return PersonReader.Reached(contact, section, register, client.Id, realms);
    }
}

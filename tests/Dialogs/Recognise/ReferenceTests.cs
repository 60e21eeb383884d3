using ChatSupport.Bot.Dialogs.Recognise;

namespace ChatSupport.Tests.Dialogs.Recognise;

public sealed class ReferenceTests
{
    private const string Tenant = "4d1c9a7be2f04c7f9b3e5a6d8c0f1e2a";

    [Theory]
    [InlineData("call me on +33 6 12 34 56 78", "+33 6 12 34 56 78")]
    [InlineData("joignable au 06 12 34 56 78.", "06 12 34 56 78")]
    [InlineData("tél : 06.12.34.56.78", "06.12.34.56.78")]
    [InlineData("0612345678", "0612345678")]
    [InlineData("+44 (20) 7946 0958", "+44 (20) 7946 0958")]
    [InlineData("0033 6 12 34 56 78", "0033 6 12 34 56 78")]
    [InlineData("erreur 0612", null)]
    [InlineData("6a9f0b52-0612-3456-8a4b-061234567890", null)]
    [InlineData("du 22/11 au 23/11", null)]
    public void A_number_to_call_back(string said, string? expected) => Assert.Equal(expected, PhoneNumber.In(Utterance.Of(said)));

    [Fact]
    public void Resources_are_told_from_the_client_s_own_tenant()
    {
        var said = Utterance.Of(
            "Tenant 4D1C9A7B-E2F0-4C7F-9B3E-5A6D8C0F1E2A, instances 6a9f0b52-1c2d-4e3f-8a4b-5c6d7e8f9a0b et 6A9F0B52-1C2D-4E3F-8A4B-5C6D7E8F9A0B, volume 11111111-2222-3333-4444-555555555555.");
        Assert.Equal(Tenant, Guid.Parse(Identifiers.TenantIn(said, [Tenant])!).ToString("N"));
        Assert.Equal(["6a9f0b52-1c2d-4e3f-8a4b-5c6d7e8f9a0b", "11111111-2222-3333-4444-555555555555"], Identifiers.ResourcesIn(said, [Tenant]));
        Assert.Null(Identifiers.TenantIn(said, []));
    }

    [Theory]
    [InlineData("[ABC-123] VMs down", "ABC-123")]
    [InlineData("Bonjour, [2024/INC.7] les VM…", null)]
    [InlineData("re [SR#4711] encore", "SR#4711")]
    [InlineData("[48213] latence", "48213")]
    [InlineData("[error] no route", null)]
    [InlineData("[2026-11-23 09:40:01] panic", null)]
    [InlineData("[INC-000012] still down", null)]
    [InlineData("arr[12]", null)]
    public void The_client_s_own_reference(string said, string? expected) => Assert.Equal(expected, ClientReference.In(Utterance.Of(said)));

    [Theory]
    [InlineData("INC-000012", "INC-000012")]
    [InlineData("inc 12", "INC-000012")]
    [InlineData("inc12", "INC-000012")]
    [InlineData("le ticket n° INC-12", "INC-000012")]
    [InlineData("on inc-12", "INC-000012")]
    [InlineData("12", "INC-000012")]
    [InlineData("#12", "INC-000012")]
    [InlineData("incident", null)]
    [InlineData("INC-0", null)]
    [InlineData("9999999999", null)]
    [InlineData("VM 12", null)]
    public void One_of_our_references(string said, string? expected) => Assert.Equal(expected, TicketReference.At(Utterance.Of(said), 0, bare: true, out _));
}

using ChatSupport.Tests.Carriers.Twilio;

namespace ChatSupport.Tests.Voice;

/// <summary>What a call comes to, by contract, hour, and whether the number is known (D5-D9, E2-E15).</summary>
public sealed class PlanAndHourTests
{
    private const string Ticket = "est enregistré sous la référence";
    private const string WhenOpen = "Le service ouvre";
    private const string InWriting = "ne prévoit pas de support par téléphone";
    private const string NoOffer = "n’a pas d’offre de support";

    public static TheoryData<string, string, bool, string> Cells()
    {
        (string Phone, string Open, string Closed)[] rules =
        [
            (Companies.Premium, Ticket, Ticket), (Companies.Business, Ticket, WhenOpen), (Companies.Developer, InWriting, InWriting), (Companies.NoOffer, NoOffer, NoOffer),
        ];
        (string At, bool IsOpen)[] hours =
        [
            ("2026-12-08T09:00:00+01:00", true), ("2026-12-08T18:59:59+01:00", true), ("2026-12-08T08:59:59+01:00", false), ("2026-12-08T19:00:00+01:00", false),
            ("2026-12-12T11:00:00+01:00", false), ("2026-12-25T11:00:00+01:00", false),
        ];
        var cells = new TheoryData<string, string, bool, string>();
        foreach (var (phone, open, closed) in rules)
            foreach (var (at, isOpen) in hours)
                foreach (var isKnown in new[] { true, false })
                    cells.Add(phone, at, isKnown, isOpen ? open : closed);
        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task A_caller_hears_what_their_contract_says_at_that_hour(string phone, string at, bool isKnown, string heard)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("companies-");
        await PhoneStory.At(at, async story =>
        {
            var caller = isKnown ? story.Carrier.Phone(phone).Dials() : Identified(story.Stranger, phone);
            await caller.Hears(heard);
            if (heard == Ticket)
                await caller.HangsUp();
            else
                await caller.Hears("Au revoir").IsHungUpOn();
            if (heard is WhenOpen or InWriting)
                await caller.GetsText("Déclarez votre incident ici");
            if (heard == Ticket)
                await story.Nadia.PhoneRings().Presses("1").IsHungUpOn();
            Assert.Equal(heard == Ticket ? 1 : 0, (await story.AllTickets()).Count);
        }, Companies.Setting(folder.FullName));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_number_that_reads_no_texts_has_the_link_by_mail()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("companies-");
        await PhoneStory.At("2026-12-08T20:15:00+01:00", async story =>
        {
            story.Carrier.Faults.Refuses(Companies.Business);
            await story.Carrier.Phone(Companies.Business).Dials().Hears(WhenOpen, "Au revoir").IsHungUpOn();
            await story.Settles();
            var mail = Assert.Single((await story.Desk.Sent()).Items);
            Assert.Equal(("mail", "anne@business.example"), (mail.Way, mail.To));
            Assert.Contains("https://desk.example/portal/declare", mail.Text, StringComparison.Ordinal);
        }, Companies.Setting(folder.FullName));
        folder.Delete(recursive: true);
    }

    private static Phone Identified(Phone stranger, string phone) => stranger.Dials().Hears("Composez votre code client", "Key in your client code").Presses($"{Companies.CodeOf(phone)}#")
        .Hears("code secret").Presses($"{Companies.Pin}#");
}

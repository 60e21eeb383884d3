using ChatSupport.Tests.Carriers;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Playground;

public sealed class DemoOutboxTests
{
    [Fact]
    public async Task It_says_to_whom_what_was_said()
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        var ticket = await desk.Declares("paul.renard");
        await desk.ItIsLaterBy("PT0S");

        var mail = Assert.Single((await desk.Sent()).Items);
        Assert.Equal(("mail", "paul.renard@meridien.example", ticket.Reference), (mail.Way, mail.To, mail.Ticket));
        Assert.Equal(DateTimeOffset.Parse("2026-12-24T17:30:00+01:00"), mail.At);
        Assert.Contains(ticket.Reference, mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Nous avons bien reçu", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Nous avons bien reçu", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Since_goes_on_from_a_page_or_from_an_instant()
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        var ticket = await desk.Declares("paul.renard");
        await desk.ItIsLaterBy("PT1H");
        var first = await desk.Sent();
        await desk.Does(ticket, "acknowledge", "nadia.benali", "Nous regardons.");
        await desk.ItIsLaterBy("PT0S");

        var then = await desk.Sent(first.Next);
        Assert.Equal(DateTimeOffset.Parse("2026-12-24T18:30:00+01:00"), Assert.Single(then.Items).At);
        Assert.Equal(then.Items, (await desk.Sent("2026-12-24T18:30:00+01:00")).Items);
        Assert.Equal(2, (await desk.Sent("2026-12-24T17:30:00+01:00")).Items.Count);
        Assert.Empty((await desk.Sent("2026-12-24T18:30:01+01:00")).Items);
        Assert.Equal((0, then.Next), ((await desk.Sent(then.Next)).Items.Count, (await desk.Sent(then.Next)).Next));
    }

    [Fact]
    public async Task A_since_that_is_neither_is_refused()
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        var answer = await desk.Shows("/demo/outbox?since=yesterday", "en");
        Assert.Equal(422, answer.Status);
        Assert.Contains("takes the “next” of an earlier answer", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_mail_server_it_lists_what_really_left_and_nothing_else()
    {
        await using var carrier = new SmtpCarrier();
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00", carrier.Settings);
        carrier.Answers("RCPT TO:<ines.costa@kite.example>", "550 5.1.1 No such user");
        await desk.Declares("ines.costa");
        await desk.Declares("paul.renard");
        await desk.ItIsLaterBy("PT0S");

        var listed = (await desk.Sent()).Items.Select(mail => (mail.To, mail.Subject)).Order();
        Assert.Equal(carrier.Kept.Select(mail => (mail.To.Mailboxes.Single().Address, mail.Subject)).Order(), listed);
        Assert.Contains(listed, mail => mail.To == "paul.renard@meridien.example");
        Assert.DoesNotContain(listed, mail => mail.To == "ines.costa@kite.example");
    }
}

using ChatSupport.Tests.Carriers;
using ChatSupport.Tests.Delivery;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Mail;

/// <summary>Mail through the whole program, from the API to an SMTP server.</summary>
public sealed class MailStoryTests : IAsyncDisposable
{
    private readonly SmtpCarrier carrier = new();

    public ValueTask DisposeAsync() => carrier.DisposeAsync();

    [Fact]
    public async Task Every_change_of_status_reaches_the_contact_in_their_language_under_one_subject()
    {
        await using var desk = await RunningDesk.At("2026-11-23T10:00:00+01:00", carrier.Settings);
        var ticket = await desk.Declares("paul.renard");
        await Arrives("Nous avons bien reçu votre déclaration");
        await desk.Does(ticket, "acknowledge", "nadia.benali", "Nous regardons.");
        await Arrives("Nadia Benali a pris en charge");
        await desk.Does(ticket, "hold", "nadia.benali", "Depuis quand ?");
        await Arrives("a besoin de votre réponse");
        await desk.Does(ticket, "resume", "nadia.benali", "Nous avons trouvé.");
        await Arrives("reprend le traitement");
        await desk.Does(ticket, "resolve", "nadia.benali", "Route rétablie.", ("fix", "production"));
        await Arrives("la solution est appliquée en production");
        await desk.Does(ticket, "confirm", "paul.renard");
        await Arrives("Merci d’avoir confirmé");

        async Task Arrives(string saying)
        {
            var mail = await NextTo("paul.renard@meridien.example");
            Assert.StartsWith($"[{ticket.Reference}]", mail.Subject);
            Assert.Contains(saying, mail.TextBody);
            Assert.Contains(saying, mail.HtmlBody);
        }
    }

    [Fact]
    public async Task A_contact_who_reads_English_is_written_to_in_English()
    {
        await using var desk = await RunningDesk.At("2026-11-23T10:00:00+01:00", carrier.Settings);
        await desk.Declares("yanis.haddad");
        Assert.Contains("We have received your declaration", (await NextTo("yanis.haddad@borealis.example")).TextBody);
    }

    [Fact]
    public async Task A_refused_recipient_shows_in_the_desks_timeline_and_others_get_their_mail()
    {
        carrier.Answers("RCPT TO:<paul.renard@", "550 5.1.1 unknown");
        await using var desk = await RunningDesk.At("2026-11-23T10:00:00+01:00", carrier.Settings);
        var refused = await desk.Declares("paul.renard");
        await desk.Declares("claire.morel");
        await NextTo("claire.morel@borealis.example");
        await Eventually.Holds(async () => (await desk.Timeline(refused)).Any(happening => happening.Type == "undelivered"));
        var shown = (await desk.Timeline(refused)).First(happening => happening.Type == "undelivered");
        Assert.True(shown.Internal);
        Assert.Equal("SMTP 550 5.1.1", shown.Detail.GetProperty("why").GetString());
    }

    [Fact]
    public async Task What_was_not_sent_before_a_stop_is_sent_after_the_next_start()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("desk-").FullName;
        try
        {
            await using (var silent = await RunningDesk.In(folder, ["--Demo:Clock=2026-11-23T10:00:00+01:00", .. carrier.Settings]))
            {
                carrier.Answers("RCPT", "450 4.2.1 later");
                await silent.Declares("paul.renard");
            }

            carrier.Behaves();
            await using var desk = await RunningDesk.In(folder, ["--Demo:Clock=2026-11-23T10:00:00+01:00", .. carrier.Settings]);
            Assert.Contains("INC-000001", (await NextTo("paul.renard@meridien.example")).Subject);
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<MimeKit.MimeMessage> NextTo(string address)
    {
        while (true)
        {
            var mail = await carrier.Next();
            if (mail.To.Mailboxes.Single().Address == address)
                return mail;
        }
    }
}

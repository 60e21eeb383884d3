using ChatSupport.Bot.Mail;
using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Delivery;

namespace ChatSupport.Tests.Mail;

/// <summary>Who follows a published incident of another client is written to at its end, and learns nothing of whose it was.</summary>
public sealed class FollowerLetterTests : IAsyncLifetime
{
    private const string Claire = "claire.morel@borealis.example";
    private const string Ines = "ines.costa@kite.example";

    private readonly CapturingTransport mails = new();
    private Stage stage = null!;
    private Ticket ticket = null!;

    public async ValueTask InitializeAsync()
    {
        stage = await Stage.Pumping(new MailWay(mails));
        ticket = await stage.Declares("paul.renard", ("clientRef", "CHG-77"));
        await stage.Does(ticket, "sylvie.roux", new Publish("Panne de calcul", "Nous y travaillons."));
    }

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task At_the_resolution_with_the_published_words_only()
    {
        await Follows("claire.morel");
        await Follows("ines.costa");
        await stage.Does(ticket, "nadia.benali", new Acknowledge(null));
        await stage.Does(ticket, "nadia.benali", new Resolve(Fix.Production, "Le commutateur du rack de Méridien est remplacé."));
        await stage.Drained();

        Assert.Equal("Résolu\u00a0: Panne de calcul", mails.LastTo(Claire).Subject);
        Assert.Contains("L’incident connu que vous suiviez est résolu", mails.LastTo(Claire).Text);
        Assert.Contains("déclarez votre propre incident", mails.LastTo(Claire).Text);
        Assert.Equal("Resolved: Panne de calcul", mails.LastTo(Ines).Subject);
        NothingLeaksTo(Claire);
        NothingLeaksTo(Ines);
    }

    [Fact]
    public async Task At_its_withdrawal_as_well()
    {
        await Follows("ines.costa");
        await stage.Does(ticket, "sylvie.roux", new Unpublish());
        await stage.Drained();
        Assert.Contains("is not published any more", mails.LastTo(Ines).Text);
        NothingLeaksTo(Ines);
    }

    [Fact]
    public async Task Whose_own_ticket_follows_reads_the_words_at_once_and_its_reference_at_the_end()
    {
        var child = await stage.Declares("claire.morel", ("title", "Nos serveurs ne répondent pas"));
        var sylvie = Actor.Of(stage.Directory.Current.Person("sylvie.roux")!);
        await stage.Desk.Receive(visit => visit.Link(child.Reference, ticket.Reference, sylvie, Door.Desk), TestContext.Current.CancellationToken);
        await stage.Drained();
        Assert.Contains($"L’incident {child.Reference} suit un incident connu, sur lequel nous travaillons\u00a0: Panne de calcul", mails.LastTo(Claire).Text);

        await stage.Does(ticket, "sylvie.roux", new MarkOutOfScope("Une application du client."));
        await stage.Drained();
        Assert.Contains($"Votre propre incident {child.Reference} reste ouvert", mails.LastTo(Claire).Text);
        NothingLeaksTo(Claire);
        Assert.Equal(Status.Open, (await stage.Row(child))!.ToTicket().Status);
    }

    private Task<bool> Follows(string contact) => stage.Desk.Receive(visit => visit.Follow(1, stage.Directory.Current.Contact(contact)!, Door.Web));

    /// <summary>Not in the words, nor in any header.</summary>
    private void NothingLeaksTo(string address)
    {
        foreach (var mail in mails.Mails.Where(mail => mail.To.ToString().Contains(address, StringComparison.Ordinal)))
            foreach (var secret in new[] { ticket.Reference, "Méridien", "meridien", "renard", "Renard", "CHG-77", "Toutes les instances", "commutateur", "application" })
                Assert.DoesNotContain(secret, $"{mail.Headers.Select(header => header.Value).Aggregate((one, other) => $"{one}\n{other}")}\n{mail.TextBody}\n{mail.HtmlBody}", StringComparison.Ordinal);
    }
}

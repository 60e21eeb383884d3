using System.Text.RegularExpressions;
using ChatSupport.Bot.Mail;
using ChatSupport.Desk.Acts;
using ChatSupport.Tests.Delivery;
using MimeKit;

namespace ChatSupport.Tests.Mail;

public sealed class EnvelopeTests : IAsyncLifetime
{
    private readonly CapturingTransport mails = new();
    private Stage stage = null!;

    public async ValueTask InitializeAsync() => stage = await Stage.Pumping(new MailWay(mails));

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task The_subject_carries_both_references_and_never_changes()
    {
        var subjects = (await Story(("clientRef", "MER-42"))).Select(mail => mail.Subject).Distinct();
        Assert.Equal("[INC-000001] [MER-42] Toutes les instances de fr1 sont injoignables", Assert.Single(subjects));
    }

    [Fact]
    public async Task Without_a_reference_of_the_clients_there_is_only_ours() =>
        Assert.StartsWith("[INC-000001] Toutes", (await Story())[0].Subject);

    [Fact]
    public async Task Every_later_mail_answers_the_first_so_that_the_thread_holds()
    {
        var story = await Story();
        Assert.Equal(3, story.Count);
        Assert.Null(story[0].InReplyTo);
        Assert.All(story.Skip(1), mail => Assert.Equal(story[0].MessageId, mail.InReplyTo));
        Assert.All(story.Skip(1), mail => Assert.Contains(story[0].MessageId, mail.References));
        Assert.Equal(3, story.Select(mail => mail.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task Two_contacts_of_one_company_have_threads_of_their_own()
    {
        await stage.Declares("claire.morel");
        await stage.Declares("yanis.haddad");
        await stage.Drained();
        Assert.Equal(2, mails.Mails.Select(mail => mail.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task It_comes_from_the_desk_and_says_that_a_machine_wrote_it()
    {
        var mail = (await Story())[0];
        Assert.Equal(new MailboxAddress("Support Technique", "support@desk.example"), Assert.Single(mail.From));
        Assert.Equal(new MailboxAddress("Paul Renard", "paul.renard@meridien.example"), Assert.Single(mail.To));
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
        Assert.EndsWith("@desk.example", mail.MessageId);
    }

    [Fact]
    public async Task It_is_dated_by_what_it_tells_of()
    {
        var mail = (await Story())[0];
        Assert.Equal(stage.Time.GetUtcNow(), mail.Date);
    }

    [Fact]
    public async Task The_html_loads_nothing_and_sets_no_colours_that_darkness_would_swallow()
    {
        var html = RenderedMail.Of((await Story())[^1]).Html;
        Assert.DoesNotMatch(new Regex("<[^>]*(src|href|background)=|url\\(|@import|<script|[^-]color:|background", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)), html);
        Assert.Contains("""<meta name="color-scheme" content="light dark">""", html);
        Assert.Contains("""<html lang="fr">""", html);
    }

    private async Task<IReadOnlyList<MimeMessage>> Story(params (string Key, object? Value)[] answers)
    {
        var ticket = await stage.Declares("paul.renard", answers);
        await stage.Does(ticket, "nadia.benali", new Acknowledge("Nous regardons."));
        await stage.Does(ticket, "nadia.benali", new Comment("Une piste : <img src=x>."));
        await stage.Drained();
        return mails.Mails;
    }
}

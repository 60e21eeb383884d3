using System.IO;
using System.Text.RegularExpressions;
using ChatSupport.Tests.Delivery;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Playground;

public sealed class PlaygroundPageTests
{
    [Fact]
    public async Task It_shows_each_open_ticket_with_its_deadline_by_the_desks_clock()
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        var ticket = await desk.Declares("paul.renard");
        await desk.ItIsLaterBy("PT30M");

        var page = Words((await desk.Shows("/?lang=fr")).Text);
        Assert.Contains("18:00 jeudi 24 décembre 2026", page, StringComparison.Ordinal);
        Assert.Contains("Prochain événement lundi 28 décembre, 09:30", page, StringComparison.Ordinal);
        Assert.Contains(
            $"11:30 lundi 28 décembre En cours encore 3 h 30 ouvrées {ticket.Reference} P1 Toutes les instances de fr1 sont injoignables "
            + "Méridien Logistique BUSINESS Paul Renard Ouvert à prendre",
            page,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_phones_may_be_spoken_into_and_no_other_page_asks_for_a_microphone()
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        Assert.Contains("microphone=(self)", (await desk.Shows("/")).Headers["Permissions-Policy"], StringComparison.Ordinal);
        Assert.Contains("microphone=()", (await desk.Shows("/portal")).Headers["Permissions-Policy"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_speaks_the_language_asked_for_or_preferred()
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        Assert.Contains("<html lang=\"en\"", (await desk.Shows("/?lang=en", "fr")).Text, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", (await desk.Shows("/", "de, en;q=0.8, fr;q=0.5")).Text, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"fr\"", (await desk.Shows("/", "de")).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing waits: no ticket is open.", (await desk.Shows("/?lang=en")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_most_urgent_comes_first_and_a_missing_call_counts_by_its_objective()
    {
        await using var desk = await RunningDesk.At("2026-11-30T10:00:00+01:00");
        var unhurried = await desk.Declares("ines.costa", ("requestedPriority", "P3"));
        var tomorrow = await desk.Declares("yanis.haddad", ("requestedPriority", "P2"));
        var uncalled = await desk.Declares("claire.morel");
        await desk.ItIsLaterBy("PT1H");
        var next = await desk.Declares("paul.renard");
        var solved = await desk.Declares("paul.renard");
        await desk.Does(solved, "out-of-scope", "nadia.benali", "Hors périmètre.");

        var page = (await desk.Shows("/")).Text;
        Assert.Equal([uncalled.Reference, next.Reference, tomorrow.Reference, unhurried.Reference], References(page));
    }

    [Fact]
    public async Task What_clients_write_is_shown_and_never_run()
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        await desk.Declares("paul.renard", ("title", "<script>alert(1)</script> & co"));
        await desk.ItIsLaterBy("PT0S");

        var page = (await desk.Shows("/")).Text;
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; co", page, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(page, "<script"));
        Assert.DoesNotMatch(" (style|on[a-z]+)=", page);
    }

    [Fact]
    public async Task It_shows_the_mail_that_left_with_its_words()
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        var ticket = await desk.Declares("paul.renard");
        await desk.ItIsLaterBy("PT0S");

        var page = Words((await desk.Shows("/")).Text);
        Assert.Contains("paul.renard@meridien.example aujourd’hui, 17:30", page, StringComparison.Ordinal);
        Assert.Contains("Nous avons bien reçu votre déclaration", page, StringComparison.Ordinal);
        Assert.Contains(ticket.Reference, page[page.LastIndexOf("Messages envoyés", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_page_is_told_of_every_change()
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        using var stream = new StreamReader(
            await desk.Http.GetStreamAsync(new Uri("/demo/stream", UriKind.Relative), TestContext.Current.CancellationToken));
        await Told();
        await desk.Declares("paul.renard");
        await Told();
        await desk.ItIsLaterBy("PT1H");
        await Told();

        async Task Told()
        {
            while (await stream.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().InTime() is { } line && line != "event: changed")
            {
            }
        }
    }

    [Fact]
    public async Task A_letter_is_shown_as_its_reader_sees_it_and_can_do_nothing()
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        await desk.Declares("paul.renard", ("title", "<script>alert(1)</script>"));
        await desk.ItIsLaterBy("PT0S");

        var letter = await desk.Shows("/demo/outbox/1");
        Assert.Equal((200, "text/html"), (letter.Status, letter.Type));
        Assert.Contains("Bonjour Paul", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", letter.Text, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", letter.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal(404, (await desk.Shows("/demo/outbox/2")).Status);
    }

    private static IEnumerable<string> References(string page) =>
        Regex.Matches(page, "data-show=\"(?<it>[^\"]+)\"", RegexOptions.NonBacktracking).Select(match => match.Groups["it"].Value);

    /// <summary>The page as it is read aloud: no tags, one space between words.</summary>
    private static string Words(string page) =>
        string.Join(' ', System.Net.WebUtility.HtmlDecode(Regex.Replace(page, "<[^>]*>", " ", RegexOptions.NonBacktracking))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

using System.Text.Json;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Slack.Kit;
using ChatSupport.Bot.Slack.Wire;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Carriers;
using CsCheck;

namespace ChatSupport.Tests.Slack;

/// <summary>Whatever people typed, Slack shows it, and nothing in it means anything to Slack.</summary>
public sealed class KitTests
{
    private static readonly Gen<string> Anything = Gen.OneOf(
        Gen.String, Gen.String[Gen.Char["<>&!@#|*_~`\n é"], 0, 400], Gen.String[Gen.Char["a\ud83d\ude00"], 0, 9000], Gen.Const(new string('&', 5000)),
        Gen.Const("<!channel> <@U0PAUL> <!here|x> &amp; @everyone \ud83d"), Gen.Const(""), Gen.Const("   "));

    [Fact]
    public void No_text_can_mention_link_or_break_out() => Anything.Sample(text =>
        !Marked.Of(text).Text.Contains('<') && !Marked.Of(text).Text.Contains('>') && !Marked.Quote(text).Text[1..].Contains('<'));

    [Fact]
    public void What_is_escaped_is_what_was_written() => Anything.Sample(text => Markup.Read(Marked.Of(text).Text) == text.Trim());

    [Fact]
    public void What_is_cut_ends_in_three_dots_within_the_limit_and_never_inside_an_entity() => Gen.Select(Anything, Gen.Int[5, 3000]).Sample((text, most) =>
    {
        var whole = Marked.Of(text);
        var fits = whole.Fit(most).Text;
        Assert.True(fits.Length <= most);
        if (whole.Text.Length <= most)
            Assert.Equal(whole.Text, fits);
        else
            Assert.Matches("^([^&]|&amp;|&lt;|&gt;)*…$", fits);
    });

    [Fact]
    public void Every_message_is_one_that_Slack_shows() => Gen.Select(Anything, Anything, Anything, Gen.Int[0, 60]).Sample((title, words, label, many) =>
    {
        var choices = Enumerable.Range(0, many).Select(number => new Bot.Dialogs.Choice($"{number}:{label}", label));
        var message = SlackMessage.Of(Marked.Of(words),
        [
            Block.Header(title), Block.Section(Marked.Bold(title)), Block.Section(Marked.Quote(words)), Block.Context(Marked.Of(words)),
            .. Block.Facts(Enumerable.Repeat(Marked.Lines(Marked.Bold(label), Marked.Of(words)), many)), .. Block.Buttons(choices),
            .. many == 0 ? [] : new[] { Block.Menu("menu", label, choices) },
        ]);
        Assert.Empty(SlackBlockRules.OfMessage(JsonSerializer.SerializeToElement(message.To("C1"))));
    });

    [Fact]
    public void Every_form_is_one_that_Slack_shows() => Gen.Select(Anything, Anything, Gen.Enum<FieldKind>(), Gen.Int[1, 20_000]).Sample((label, answer, kind, most) =>
    {
        var field = new FormField("key", kind, label, label, Mandatory: true, most, [new Bot.Dialogs.Choice("a", label), new Bot.Dialogs.Choice("b", answer)]);
        var view = View.Modal("callback", "", label, label, label, [InputBlock.Of(field, FieldAnswer.Of(answer), tells: true)]);
        Assert.Empty(SlackBlockRules.OfView(JsonSerializer.SerializeToElement(view)));
    });

    [Fact]
    public void A_moment_in_a_sentence_is_shown_by_the_readers_clock_and_nobody_can_write_one() // private-use characters and all
    {
        var at = NodaTime.Instant.FromUtc(2026, 11, 30, 9, 0);
        var said = Marked.Say(DeskText.Say("Refusals.AlreadyTaken", "INC-000001", "<!date^0^x|y> \ue000", at), Tongue.English).Text;
        Assert.Contains("<!date^1796029200^{date_long} at {time}|Monday 30 November 2026 at 10:00, Paris time>", said);
        Assert.Contains("&lt;!date", said);
    }

    [Fact]
    public void Where_only_plain_words_can_stand_a_moment_is_said_in_words()
    {
        var words = DeskText.Say("Refusals.AlreadyTaken", "INC-000001", "Tom", NodaTime.Instant.FromUtc(2026, 11, 30, 9, 0)).In(Tongue.French, Door.Slack);
        Assert.Contains("lundi 30 novembre 2026 à 10:00, heure de Paris", (string?)Block.Header(words)["text"]!["text"]);
        Assert.DoesNotContain("1796029200", (string?)Block.Header(words)["text"]!["text"]);
        Assert.DoesNotContain("<!date", Marked.Of("\ue0001796029200|fr|demain\ue001").Text);
    }
}

using System.Globalization;
using ChatSupport.Bot.Language;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Bot.Slack.Kit;

/// <summary>
/// Text in Slack's mrkdwn. Whatever people wrote comes in through <see cref="Of"/>, which takes the meaning out of it: no mention, no
/// link and no channel can be smuggled in. Only the desk's own marks are added after that.
/// </summary>
internal readonly record struct Marked(string Text)
{
    private const int LongestToken = 200;

    /// <summary>Plain words.</summary>
    public static Marked Of(string plain) => new(plain
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal));

    /// <summary>What the desk says: each moment as its reader's own clock shows it, everything else plain words.</summary>
    public static Marked Said(string words) => new(Moments.Shown(
        Of(words).Text, (at, tongue, plain) => Token(at, BotText.Say("Slack.Moment").In(tongue), plain)));

    public static Marked Say(Sentence sentence, Tongue tongue) => Said(sentence.In(tongue, Door.Slack));

    /// <summary>In bold, if nothing in the words themselves is a mark.</summary>
    public static Marked Bold(string plain) => Of(plain) is { Text: var text } && text.Length > 0 && text.Trim() == text && !text.Contains('\n')
        ? new($"*{text.Replace('*', '∗')}*")
        : Of(plain);

    /// <summary>What a person wrote, set apart line by line.</summary>
    public static Marked Quote(string plain) => new("> " + Of(plain).Text.Replace("\n", "\n> ", StringComparison.Ordinal));

    /// <summary>A moment as each reader's own clock shows it; in Paris where Slack cannot.</summary>
    public static Marked At(Instant moment, Tongue tongue) =>
        new(Token(moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), "{date_short_pretty} {time}", Of(BotText.Say("Slack.At", moment).In(tongue, WallClock.OfTheDesk)).Text));

    public static Marked Lines(params IEnumerable<Marked> lines) => new(string.Join('\n', lines.Select(line => line.Text)));

    public static Marked operator +(Marked one, Marked other) => new(one.Text + other.Text);

    /// <summary>At most so many characters, ended by « … » when something is missing, and never inside an entity or a mark of the desk's.</summary>
    public Marked Fit(int most)
    {
        if (Text.Length <= most)
            return this;
        var cut = Cut(Text, most - 1);
        var (entity, token) = (Text.LastIndexOf('&', cut - 1, Math.Min(cut, 5)), Text.LastIndexOf('<', cut - 1, Math.Min(cut, LongestToken)));
        if (token >= 0 && Text.IndexOf('>', token, cut - token) < 0)
            cut = token;
        else if (entity >= 0 && Text.IndexOf(';', entity, cut - entity) < 0)
            cut = entity;
        return new(Text[..cut] + "…");
    }

    /// <summary>Where to cut plain text so that at most so many characters remain and none is halved.</summary>
    public static int Cut(string text, int at) => char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;

    /// <summary>Plain words, at most so many characters.</summary>
    public static string Fit(string plain, int most) => plain.Length <= most ? plain : plain[..Cut(plain, most - 1)] + "…";

    public override string ToString() => nameof(Marked);

    private static string Token(string seconds, string format, string otherwise) => $"<!date^{seconds}^{format}|{otherwise}>";
}

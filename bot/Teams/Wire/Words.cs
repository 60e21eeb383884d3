using System.Net;
using System.Text.RegularExpressions;
using ChatSupport.Bot.Wire;

namespace ChatSupport.Bot.Teams.Wire;

/// <summary>What somebody wrote in an activity: without their calling the bot by its name, others by theirs, and without the entities that Teams writes.</summary>
internal static partial class Words
{
    public static string Of(Activity activity)
    {
        var text = activity.Json.Text("text") ?? "";
        foreach (var mention in activity.Json.Items("entities").Where(entity => entity.Text("type") == "mention"))
            if (mention.Text("text") is { } called)
                text = text.Replace(called, mention.Text("mentioned", "id") == activity.Recipient.Id ? " " : mention.Text("mentioned", "name") ?? "", StringComparison.Ordinal);
        return WebUtility.HtmlDecode(Mark().Replace(text, " ")).Replace('\u00a0', ' ').Trim();
    }

    /// <summary>The message that this one is an answer to: named, or quoted as Teams quotes.</summary>
    public static string? AnsweredBy(Activity activity) => activity.ReplyTo ?? activity.Json.Items("attachments")
        .Where(attachment => attachment.Text("contentType") == "text/html")
        .Select(attachment => Quote().Match(attachment.Text("content") ?? ""))
        .FirstOrDefault(quote => quote.Success)?.Groups["id"].Value;

    /// <summary>A mention that no entity explains.</summary>
    [GeneratedRegex("</?at[^>]*>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex("<blockquote[^>]+schema.skype.com/Reply[^>]+itemid=\"(?<id>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quote();
}

using System.Text.Encodings.Web;
using System.Text.Unicode;
using ChatSupport.Desk.Language;

namespace ChatSupport.Bot.Mail;

/// <summary>
/// A letter as simple HTML. It sets no colours but a grey line, so that it is read as the reader's programme shows mail, light or dark;
/// it loads nothing from anywhere; and whatever people wrote is text.
/// </summary>
internal static class PartsAsHtml
{
    private const string Page = "font-family:system-ui,-apple-system,'Segoe UI',sans-serif;font-size:16px;line-height:1.5;max-width:38em;margin:1em";
    private const string Quote = "margin:1em 0;padding:0 1em;border-left:4px solid #808080;white-space:pre-wrap";
    private const string Lines = "white-space:pre-line";
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Write(IEnumerable<Part> parts, Tongue tongue) =>
        $"""
        <!DOCTYPE html>
        <html lang="{tongue.Code()}">
        <head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>
        <body style="{Page}">
        {string.Join('\n', parts.Select(part => Write(part, tongue)))}
        </body>
        </html>

        """;

    private static string Write(Part part, Tongue tongue) => part switch
    {
        Part.Says says => $"""<p style="{Lines}">{Encode(says.Sentence.In(tongue))}</p>""",
        Part.Quotes quotes => $"""<blockquote style="{Quote}">{Encode(quotes.Text)}</blockquote>""",
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    private static string Encode(string text) => string.Join('\n', text.Split('\n').Select(Encoder.Encode));
}

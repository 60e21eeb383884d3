using System.Net;
using System.Text;

namespace ChatSupport.Bot.Slack.Wire;

/// <summary>A form as Slack posts it.</summary>
internal static class FormBody
{
    public static Dictionary<string, string> Read(ReadOnlyMemory<byte> body)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in Encoding.UTF8.GetString(body.Span).Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var sign = pair.IndexOf('=', StringComparison.Ordinal);
            if (sign > 0)
                fields[WebUtility.UrlDecode(pair[..sign])] = WebUtility.UrlDecode(pair[(sign + 1)..]);
        }
        return fields;
    }
}

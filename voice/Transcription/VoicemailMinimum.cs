using System.Globalization;
using System.Text;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using ChatSupport.Voice.Calls;

namespace ChatSupport.Voice.Transcription;

/// <summary>
/// The minimum of a voicemail (R70): what is wrong, the company, the contact's names. A machine's text only helps an engineer to see what
/// to ask for; it refuses nothing.
/// </summary>
internal static class VoicemailMinimum
{
    /// <summary>Fewer words than this hardly say what is wrong.</summary>
    private const int DescriptionWords = 8;

    /// <returns>Keys of the declaration's fields that were not found.</returns>
    public static Several<string> Missing(string text, Call call, Directory directory)
    {
        var words = Words(text);
        var client = directory.Client(call.Client ?? "");
        return
        [
            .. words.Count >= DescriptionWords ? [] : new[] { "description" },
            .. client is not null && Words(client.Name).Any(words.Contains) ? [] : new[] { "companyName" },
            .. client is not null && directory.ContactsOf(client.Id).Any(contact => Words(contact.Name.Full).All(words.Contains)) ? [] : new[] { "namedContact" },
        ];
    }

    /// <summary>Without case and accents: machines are not constant in them.</summary>
    private static HashSet<string> Words(string text)
    {
        var plain = string.Concat(text.Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            .Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' '));
        return [.. plain.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}

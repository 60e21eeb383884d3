using System.Text.RegularExpressions;

namespace ChatSupport.Bot.Dialogs.Recognise;

/// <summary>A number to call back, as it stands in a sentence; the field of the form judges whether it is one.</summary>
internal static class PhoneNumber
{
    private static readonly Regex Written = Linear.Pattern(
        @"(?:^|[\s:,;(])(?<number>(?:\+|00)[1-9]\d{0,2}(?:[ .\-\u00A0]?\(?\d{1,4}\)?){2,6}|0[1-9](?:[ .\-\u00A0]?\d{2}){4})(?:$|[\s:,;.)!?])");

    public static string? In(Utterance said) => Written.Match(said.Text) is { Success: true } match ? match.Groups["number"].Value : null;
}

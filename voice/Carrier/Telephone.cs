using PhoneNumbers;

namespace ChatSupport.Voice.Carrier;

/// <summary>What a telephone number is good for.</summary>
internal static class Telephone
{
    private static readonly PhoneNumberUtil Known = PhoneNumberUtil.GetInstance();

    /// <summary>Whether a text message may be read there: not where a country's numbers say that it cannot.</summary>
    /// <param name="number">E.164, or whatever else a carrier says.</param>
    public static bool MayReadTexts(string number)
    {
        try
        {
            return Known.GetNumberType(Known.Parse(number, null)) is PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE or PhoneNumberType.UNKNOWN;
        }
        catch (NumberParseException)
        {
            return false;
        }
    }
}

using System.Globalization;
using System.Net.Mail;
using PhoneNumbers;

namespace ChatSupport.Desk.People.Reading;

/// <summary>The kinds of values that the directory is made of. The times are in <see cref="TimeKinds"/>.</summary>
internal static class Kinds
{
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    /// <summary>Ids stand in addresses and commands, so they are kept to what needs no quoting there.</summary>
    public static Kind<string> Id(string example) => Kind.Of<string>("Id", example, (text, out value) =>
    {
        value = text;
        return text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_');
    });

    public static Kind<string> Text(string example) => Kind.Of<string>("Missing", example, (text, out value) =>
    {
        value = text;
        return true;
    });

    public static Kind<string> Email { get; } = Kind.Of<string>("Email", "claire.morel@borealis.example", (text, out value) =>
    {
        value = text;
        return MailAddress.TryCreate(text, out var address) && address.Address == text;
    });

    /// <summary>E.164, with as many digits as its country's numbers have.</summary>
    public static Kind<string> Phone { get; } = Kind.Of<string>("Phone", "\"+33639980101\"", (text, out value) =>
    {
        value = text;
        try
        {
            var number = Numbers.Parse(text, null);
            return Numbers.IsPossibleNumber(number) && Numbers.Format(number, PhoneNumberFormat.E164) == text;
        }
        catch (NumberParseException)
        {
            return false;
        }
    });

    public static Kind<string> Tenant { get; } = Kind.Of<string>("Tenant", "7f3a0c1e5b9d4e2f8a6b1c0d9e8f7a6b", TenantId.TryRead);

    /// <summary>Keyed on a phone, so made of digits.</summary>
    public static Kind<string> Code { get; } = Kind.Of<string>("Code", "\"4711\"", (text, out value) =>
    {
        value = text;
        return text.Length is >= 3 and <= 10 && text.All(char.IsAsciiDigit);
    });

    public static Kind<string> PinHash { get; } = Kind.Of<string>("PinHash", $"\"{PhoneAccess.Scheme}$600000$<salt>$<hash>\"", (text, out value) =>
    {
        value = text;
        return text.Split('$') is [PhoneAccess.Scheme, var rounds, { Length: > 0 }, { Length: > 0 }] && rounds.All(char.IsAsciiDigit);
    });

    public static Kind<bool> Flag { get; } = Kind.OneOf(("true", true), ("false", false));

    public static Kind<int> Count { get; } = Kind.Of<int>("Count", "1", (text, out value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= 100);

    public static Kind<int> Percent { get; } = Kind.Of<int>("Percent", "50%", (text, out value) =>
        int.TryParse(text.TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out value) && value is >= 1 and <= 100);
}

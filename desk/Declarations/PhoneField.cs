using PhoneNumbers;

namespace ChatSupport.Desk.Declarations;

/// <summary>
/// A number to call back: E.164, or as it is written in France. Stored as E.164. Its length and country are checked, not whether
/// an operator has assigned it: numbering plans move faster than a table of them.
/// </summary>
internal sealed class PhoneField(string key) : Field(key, FieldKind.Phone, maxLength: 40)
{
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    internal override bool StaysGood => true;

    private protected override Finding Interpret(string text, DeclarationContext context)
    {
        try
        {
            var number = Numbers.Parse(text, "FR");
            return Numbers.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE
                ? Finding.Good(Numbers.Format(number, PhoneNumberFormat.E164))
                : Finding.Wrong("NotAPhone");
        }
        catch (NumberParseException)
        {
            return Finding.Wrong("NotAPhone");
        }
    }
}

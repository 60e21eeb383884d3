namespace ChatSupport.Desk.Declarations;

/// <summary>A box to tick. Stored as <c>true</c> or <c>false</c>.</summary>
internal sealed class ConsentField(string key) : ChoiceField(key, FieldKind.Consent, "true", "false")
{
    /// <summary>Nothing is declared without it (R7, R8).</summary>
    public bool MustBeGiven { get; init; }

    private protected override Finding Interpret(string text, DeclarationContext context) =>
        base.Interpret(text, context) is var finding && MustBeGiven && finding.Value is FieldAnswer.One("false")
            ? Finding.Wrong("NotAttested")
            : finding;
}

using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Desk.Acts;

/// <summary>
/// Something that a person (or the desk) does to a ticket, by whichever door. An act decides and nothing else: from the ticket as it
/// stands, who acts and when, to what happened or why not. Its questions are asked one after another, each null when there is
/// nothing to object: <c>it.Allows(...) ?? Needs(...) ?? Records(...)</c>.
/// </summary>
public abstract record TicketAct
{
    internal abstract Decision Decide(Case it);

    private protected static Decision Records(params ReadOnlySpan<TicketEvent> events) => new([.. events], null);

    private protected static Decision NotNow(string key, params ReadOnlySpan<object?> with) => Refusal.Of(RefusalKind.NotNow, key, with);

    private protected static Decision? Invalid(string field, string key, params ReadOnlySpan<object?> with) =>
        Refusal.Invalid(field, DeskText.Say(key, with));

    /// <summary>Reads a text that must be there, cleaned and with secrets masked.</summary>
    private protected static Decision? Needs(string field, string? written, out string text) => Reads(field, written, out text)
        ?? (text.Length == 0 ? Invalid(field, "Refusals.TextMissing") : null);

    /// <summary>Reads a text, or takes the sentence that the desk proposes.</summary>
    private protected static Decision? Proposes(string field, string? written, string proposal, out string text)
    {
        var objection = Reads(field, written, out text);
        if (objection is null && text.Length == 0)
            text = proposal;
        return objection;
    }

    /// <summary>Reads a text that may be there; empty when it is not.</summary>
    private protected static Decision? Reads(string field, string? written, out string text)
    {
        (text, var error) = FreeText.Read(written);
        return error is null ? null : Refusal.Invalid(field, error);
    }
}

using System.Diagnostics.CodeAnalysis;
using ChatSupport.Bot.Language;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Api;

/// <summary>What a list is asked for: <c>?status=&amp;client=&amp;kind=&amp;cursor=</c>, in words as the API writes them.</summary>
internal sealed record ListQuery(string? Status, string? Client, string? Kind, string? Cursor)
{
    /// <summary>What the store is asked; a client's key never reaches beyond that client.</summary>
    /// <param name="refusal">Which parts cannot be used, and what to write instead.</param>
    public TicketQuery? Read(ApiCaller caller, out Refusal? refusal)
    {
        var errors = new Dictionary<string, Sentence>(StringComparer.Ordinal);
        var query = new TicketQuery(
            Status: Choice<Status>("status", Status, errors),
            Client: IsGiven(Client) ? Client : caller.Client,
            Kind: Choice<TicketKind>("kind", Kind, errors),
            After: IsGiven(Cursor) ? TicketCursor.Parse(Cursor) : null);
        if (IsGiven(Cursor) && query.After is null)
            errors["cursor"] = BotText.Say("Api.NotACursor");
        if (IsGiven(Client) && !caller.Reaches(Client))
            errors["client"] = DeskText.Say("Refusals.ClientUnknown");
        refusal = errors.Count > 0 ? Refusal.Invalid(errors) : null;
        return refusal is null ? query : null;
    }

    /// <summary>A parameter without a value, as in <c>?status=&amp;client=</c>, asks for nothing.</summary>
    private static bool IsGiven([NotNullWhen(true)] string? value) => !string.IsNullOrEmpty(value);

    private static string? Choice<T>(string key, string? text, Dictionary<string, Sentence> errors) where T : struct, Enum
    {
        if (!IsGiven(text))
            return null;
        if (Words.TryRead<T>(text, out var value))
            return value.ToString();
        errors[key] = Words.Offer<T>();
        return null;
    }
}

using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Desk.Acts;

/// <summary>What an act leads to: events in their order, or a refusal and no event.</summary>
internal sealed record Decision(ImmutableArray<TicketEvent> Events, Refusal? Refusal)
{
    [return: NotNullIfNotNull(nameof(refusal))]
    public static implicit operator Decision?(Refusal? refusal) => refusal is null ? null : new Decision([], refusal);
}

/// <summary>Which kind of no: a door turns it into its own way of saying so.</summary>
public enum RefusalKind
{
    /// <summary>There is no such ticket for this person; whether it exists for others is not told.</summary>
    Unknown,

    /// <summary>The life cycle does not allow it now, or not to this person.</summary>
    NotNow,

    /// <summary>The ticket has changed since the version that the person saw.</summary>
    Stale,

    /// <summary>Something in the input is missing or wrong; <see cref="Refusal.Fields"/> says what, field by field.</summary>
    Invalid,

    /// <summary>The same delivery id came with another content.</summary>
    Reused,
}

/// <summary>A no, with the sentence that tells a person what to do instead.</summary>
public sealed record Refusal(RefusalKind Kind, Sentence Why)
{
    /// <summary>What is wrong, field by field, when it is <see cref="RefusalKind.Invalid"/>.</summary>
    public IReadOnlyDictionary<string, Sentence> Fields { get; init; } = ImmutableDictionary<string, Sentence>.Empty;

    public static Refusal Of(RefusalKind kind, string key, params ReadOnlySpan<object?> with) => new(kind, DeskText.Say(key, with));

    public static Refusal Invalid(IReadOnlyDictionary<string, Sentence> fields) =>
        new(RefusalKind.Invalid, DeskText.Say("Refusals.Invalid")) { Fields = fields };

    public static Refusal Invalid(string field, Sentence why) =>
        Invalid(new Dictionary<string, Sentence>(StringComparer.Ordinal) { [field] = why });
}

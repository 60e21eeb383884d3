using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Language;
using NodaTime;

namespace ChatSupport.Desk.Declarations;

/// <summary>What reading a declaration depends on beside the answers: the client's plan and tenants, the time, the way in.</summary>
public sealed record DeclarationContext(
    Plan Plan,
    IReadOnlyCollection<string> Tenants,
    Instant Now,
    Channel Channel = Channel.Portal)
{
    /// <summary>In which a date and time is meant that is told without an offset: the model's is that of Paris, words are in their speaker's own.</summary>
    public DateTimeZone Zone { get; init; } = Paris.Zone;
}

/// <summary>
/// Everything that reading the answers found, at once. <paramref name="SoFar"/> holds the answers that are good,
/// <paramref name="Missing"/> the mandatory fields without one, in the form's order; <paramref name="Errors"/> says, by key, what
/// is wrong or missing and what to write instead; <paramref name="Warnings"/> what the contact should know and may leave as it is.
/// </summary>
public sealed record DeclarationReading(
    Declaration SoFar,
    IReadOnlyList<Field> Missing,
    IReadOnlyDictionary<string, Sentence> Errors,
    IReadOnlyDictionary<string, Sentence> Warnings)
{
    /// <summary>The declaration, once nothing is wrong or missing: from then on the clock may run (D3).</summary>
    public Declaration? Declaration => Errors.Count == 0 ? SoFar : null;
}

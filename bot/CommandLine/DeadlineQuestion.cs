using System.Diagnostics.CodeAnalysis;
using ChatSupport.Bot.Language;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Language;
using NodaTime;

namespace ChatSupport.Bot.CommandLine;

/// <summary>What is asked: the deadline of this priority under this plan, counted from this instant.</summary>
internal readonly record struct DeadlineQuestion(Plan Plan, Priority Priority, Instant From)
{
    /// <summary>Reads the three words; the refusal names the one that is missing or wrong, and what it may be.</summary>
    public static bool TryRead(string? plan, string? priority, string? from, out DeadlineQuestion question, [NotNullWhen(false)] out Sentence? refusal)
    {
        question = default;
        if (PlanNamed(plan) is not { } knownPlan) refusal = Refusal("Plan", plan);
        else if (PriorityNamed(priority) is not { } knownPriority) refusal = Refusal("Priority", priority);
        else if (from is null || IsoTime.Read(from.Trim()) is not { } instant) refusal = Refusal("From", from);
        else (question, refusal) = (new(knownPlan, knownPriority, instant), null);
        return refusal is null;
    }

    private static Plan? PlanNamed(string? text) => text?.Trim().ToUpperInvariant() switch
    {
        "DEVELOPPEUR" => Plan.Developpeur,
        "BUSINESS" => Plan.Business,
        "PREMIUM" => Plan.Premium,
        _ => null,
    };

    private static Priority? PriorityNamed(string? text) => text?.Trim().ToUpperInvariant() switch
    {
        "P1" => Priority.P1,
        "P2" => Priority.P2,
        "P3" => Priority.P3,
        _ => null,
    };

    private static Sentence Refusal(string field, string? given) =>
        string.IsNullOrWhiteSpace(given) ? BotText.Say($"CommandLine.{field}Missing") : BotText.Say($"CommandLine.{field}Unknown", given);
}

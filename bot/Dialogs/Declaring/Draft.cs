using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using ChatSupport.Desk.Declarations;

namespace ChatSupport.Bot.Dialogs.Declaring;

/// <summary>A declaration under way: only answers that the form has taken, and which question stands.</summary>
internal sealed record Draft
{
    /// <summary>Told apart from the conversation's other declarations; its buttons and its form carry it.</summary>
    public int Number { get; init; }

    public IReadOnlyDictionary<string, FieldAnswer> Answers { get => field ?? ImmutableDictionary<string, FieldAnswer>.Empty; init; }

    [JsonIgnore]
    public string Id => Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The field in question; null when all is said, or when they have something else to decide.</summary>
    public string? Asking { get; init; }

    /// <summary>The questions answered so far, the last one last: the way back.</summary>
    public IReadOnlyList<string> Trail { get => field ?? []; init; }

    public bool IsPaused { get; init; }

    /// <summary>They were asked whether to drop it.</summary>
    public bool IsCancelling { get; init; }

    /// <summary>Nothing was asked or changed since all of it was read back to them.</summary>
    public bool IsReadBack { get; init; }

    /// <summary>What was last compared with the company's open tickets; it is compared again when it changes, and before the end.</summary>
    public string? Compared { get; init; }

    /// <summary>Open tickets that they were shown and that this one is not.</summary>
    public IReadOnlyList<string> NotThese { get => field ?? []; init; }

    /// <summary>The closed ticket that it continues (E42).</summary>
    public string? FollowsUp { get; init; }

    /// <summary>The ticket that began by phone, which it completes (R15).</summary>
    public string? Completes { get; init; }

    [JsonIgnore]
    public bool IsBare => !Answers.ContainsKey("title") && !Answers.ContainsKey("description");

    /// <summary>More was said than one would like to say again.</summary>
    [JsonIgnore]
    public bool IsLong => Answers.Count > 4;

    [JsonIgnore]
    public string? Title => Answers.GetValueOrDefault("title") is FieldAnswer.One(var title) ? title : null;

    public Draft Answering(string key, FieldAnswer answer) => this with
    {
        Answers = new Dictionary<string, FieldAnswer>(Answers, StringComparer.Ordinal) { [key] = answer },
        Asking = null,
        Trail = [.. Trail.Where(asked => asked != key), key],
        IsCancelling = false,
        IsPaused = false,
        IsReadBack = false,
    };

    /// <summary>Adds what a message said beside; what was answered before stays.</summary>
    public Draft Knowing(IReadOnlyDictionary<string, FieldAnswer> facts) => this with
    {
        Answers = facts.Where(fact => !Answers.ContainsKey(fact.Key)).Concat(Answers).ToDictionary(StringComparer.Ordinal),
    };

    public Draft Without(IEnumerable<string> keys) => this with
    {
        Answers = Answers.Where(answer => !keys.Contains(answer.Key)).ToDictionary(StringComparer.Ordinal),
    };

    public Draft Ask(string? key) => this with { Asking = key, IsCancelling = false, IsPaused = false, IsReadBack = false };
}

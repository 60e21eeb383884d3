using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ChatSupport.Desk.Contracts;
using NodaTime;
using NodaTime.Text;

namespace ChatSupport.Desk.Declarations;

/// <summary>
/// What a contact declared: one normalised answer by field key. Two declarations with the same answers are equal. As JSON it is
/// one object, key to string or array of strings; keys that the form no longer has are kept as they were stored.
/// </summary>
[JsonConverter(typeof(DeclarationJson))]
public sealed class Declaration : IEquatable<Declaration>
{
    private readonly Dictionary<string, FieldAnswer> answers;

    internal Declaration(Dictionary<string, FieldAnswer> answers) => this.answers = answers;

    public IReadOnlyDictionary<string, FieldAnswer> Answers => answers;

    /// <summary>In one line what is wrong; empty when the door does not ask for it (a voicemail).</summary>
    public string Title => Text("title") ?? "";

    public string Description => Text("description") ?? "";

    /// <summary>A key of the choice, such as <c>block-storage</c>.</summary>
    public string? Service => Text("service");

    public string? Region => Text("region");

    /// <summary>32 lower-case hexadecimal digits.</summary>
    public string? TenantId => Text("tenantId");

    /// <summary>UUIDs, lower case, with hyphens.</summary>
    public ImmutableArray<string> ResourceIds => List("resourceIds");

    public Instant? StartedAt =>
        Text("startedAt") is { } text && InstantPattern.ExtendedIso.Parse(text).TryGetValue(default, out var instant) ? instant : null;

    public string? ServiceInterrupted => Text("serviceInterrupted");

    public string? Environment => Text("environment");

    public string? Workaround => Text("workaround");

    /// <summary>As the client asked, before its plan's ceiling (E1).</summary>
    public Priority? RequestedPriority =>
        Text("requestedPriority") switch { "P1" => Priority.P1, "P2" => Priority.P2, "P3" => Priority.P3, _ => null };

    /// <summary>E.164.</summary>
    public string? CallbackPhone => Text("callbackPhone");

    /// <summary>The client's own ticket number, shown in every reply (R19).</summary>
    public string? ClientRef => Text("clientRef");

    /// <summary>Our ticket number as the client quoted it; it may be unknown, or another client's (E11, E12).</summary>
    public string? TicketRef => Text("ticketRef");

    /// <summary>The client will invite the support person into its tenant (R45).</summary>
    public bool InviteConsent => Text("inviteConsent") == "true";

    public string? Text(string key) => answers.GetValueOrDefault(key) is FieldAnswer.One(var text) ? text : null;

    public ImmutableArray<string> List(string key) => answers.GetValueOrDefault(key) is FieldAnswer.Many(var texts) ? texts : [];

    public bool Equals(Declaration? other) =>
        other is not null
        && answers.Count == other.answers.Count
        && answers.All(answer => answer.Value.Equals(other.answers.GetValueOrDefault(answer.Key)));

    public override bool Equals(object? obj) => Equals(obj as Declaration);

    public override int GetHashCode() =>
        answers.Aggregate(answers.Count, (hash, answer) => hash ^ HashCode.Combine(answer.Key, answer.Value));
}

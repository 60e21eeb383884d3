using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Voice.Calls;

/// <summary>A client's call as far as it has got: an immutable value, kept in the store between two requests of the carrier.</summary>
internal sealed record Call
{
    public required string Sid { get; init; }

    /// <summary>E.164; empty when the caller withheld it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Number { get; init; }

    /// <summary>When the call came in, in milliseconds: the clock counts from here (R32).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long ReceivedAtMs { get; init; }

    /// <summary>What the networks vouch for about the number, as they say it.</summary>
    public string? Attestation { get; init; }

    /// <summary>Null while the caller is a stranger, who is spoken to in both languages.</summary>
    public Tongue? Tongue { get; init; }

    public string? Client { get; init; }

    public string? Contact { get; init; }

    public CallerProof Proof { get; init; }

    /// <summary>The reference of the ticket that the call is about.</summary>
    public string? Ticket { get; init; }

    /// <summary>The ticket was waiting when the call took it, so that somebody else may take it meanwhile.</summary>
    public bool FoundOpen { get; init; }

    /// <summary>The ticket was opened by this call.</summary>
    public bool HasOpened { get; init; }

    /// <summary>Counts what was asked of the caller: an answer to anything but the latest is a repeat, or late.</summary>
    public int Turn { get; init; }

    public required Step Step { get; init; }

    /// <summary>The client's code as keyed in, until its PIN is.</summary>
    public string? Code { get; init; }

    public int WrongPins { get; init; }

    /// <summary>The engineers who were rung during this call.</summary>
    public ImmutableArray<string> Rung { get; init; } = [];

    /// <summary>The engineer who took the call.</summary>
    public string? TakenBy { get; init; }

    /// <summary>The latest message that was left.</summary>
    public string? Message { get; init; }

    /// <summary>What a machine understood, piece by piece, in whatever order it came.</summary>
    public ImmutableArray<Utterance> Heard { get; init; } = [];

    /// <summary>The machine has heard the last of it.</summary>
    public bool IsTranscribed { get; init; }

    public bool HasEnded { get; init; }

    [JsonIgnore]
    public Instant ReceivedAt => Instant.FromUnixTimeMilliseconds(ReceivedAtMs);

    [JsonIgnore]
    public IReadOnlyList<Tongue> Tongues => Tongue is { } one ? [one] : Desk.Language.Tongues.All;

    /// <summary>Goes on to the next question.</summary>
    public Call At(Step step) => this with { Step = step, Turn = Turn + 1 };

    public static Call Of(CallRow row) => JsonSerializer.Deserialize(row.State, CallJson.Default.Call)!;

    public CallRow ToRow(Instant? endedAt) =>
        new(Sid, Number, ReceivedAt, endedAt, Ticket, Engineer: null, JsonSerializer.Serialize(this, CallJson.Default.Call));
}

/// <param name="Id">The carrier's: which transcription, and the how-manieth of it.</param>
/// <param name="IsTold">It is on the ticket already.</param>
internal sealed record Utterance(string Id, int Sequence, string Text, bool IsTold = false);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Call))]
internal sealed partial class CallJson : JsonSerializerContext;

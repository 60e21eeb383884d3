using System.Collections.Immutable;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Voice.Calls;

/// <summary>What a turn is decided on beside the call: who is who, the time, and what this number did in the last hour.</summary>
/// <param name="Ticket">The call's ticket as it stands.</param>
internal sealed record Circumstances(Directory Directory, Instant Now, Ticket? Ticket, IReadOnlyList<Call> Lately);

/// <param name="Effects">In the order in which they are carried out.</param>
internal sealed record Turn(Call Call, ImmutableArray<Effect> Effects)
{
    public static Turn Of(Call call, params ReadOnlySpan<Effect> effects) => new(call, [.. effects]);

    public Turn With(params ReadOnlySpan<Effect> before) => this with { Effects = [.. before, .. Effects] };
}

/// <summary>
/// How a client's call goes: from the call so far, what came in and the time to the next step. It decides and nothing else, and so
/// can be told in tests from the first ring to the last word.
/// </summary>
internal static class CallFlow
{
    /// <summary>The call comes in.</summary>
    public static Turn Begin(Call call, Circumstances it) => Identification.ByNumber(call, it);

    public static Turn Next(Call call, Input input, Circumstances it) => (call.Step, input) switch
    {
        (Step.AskCode asked, Input.Keys(var code)) => Identification.Code(call, asked, code, it),
        (Step.AskPin, Input.Pin(var isRight)) => Identification.Pin(call, isRight, it),
        (Step.AskPin, _) => VoiceMessage.Ask(call),
        (Step.Menu asked, Input.Keys(var keys)) => TicketMenu.Chosen(call, asked, keys, it),
        (Step.AskNumber, Input.Keys(var number)) => TicketMenu.Quoted(call, number, it),
        (Step.Ring, Input.RungOut) => LiveAttempt.Over(call, it),
        (Step.AskMessage asked, Input.Keys) => VoiceMessage.Silence(call, asked),
        (Step.Review, Input.Keys(var keys)) => VoiceMessage.Reviewed(call, keys),
        (_, Input.Message message) => VoiceMessage.Left(call, message),
        _ => Turn.Of(call),
    };
}

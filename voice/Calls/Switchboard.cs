using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Voice.Calls;

/// <summary>
/// Where clients' calls meet the desk: each request of the carrier is one transaction, in which the call is held, its next turn decided and
/// carried out. Whatever is repeated, late or out of order finds the call further on, and is told how it stands.
/// </summary>
internal sealed class Switchboard(ServiceDesk desk, TimeProvider time)
{
    private static readonly Duration LimitsCountFor = Duration.FromHours(1);
    private const int MostCallsLooked = 50;

    /// <param name="receivedAt">When the call came in, if not just now.</param>
    public Task<Line> Begin(string sid, string number, string? attestation, Instant? receivedAt = null) => Receive(async visit =>
    {
        var call = new Call
        {
            Sid = sid,
            Number = number,
            Attestation = attestation,
            ReceivedAtMs = (receivedAt ?? visit.Now).ToUnixTimeMilliseconds(),
            Step = new Step.AskCode(),
        };
        var turn = CallFlow.Begin(call, new Circumstances(visit.Directory, visit.Now, Ticket: null, Lately: []));
        if (!await visit.Store.TryAddCall(turn.Call.ToRow(endedAt: null)))
            return Call.Of((await visit.Store.LoadCall(sid))!);
        return turn.Effects is [] ? turn.Call : await CarryOut(visit, turn);
    });

    /// <summary>The caller answered to that turn. Null when there is no such call.</summary>
    public Task<Line?> Next(string sid, int turn, Input input) => Held(sid, async (visit, call) =>
        call.Turn == turn ? await CarryOut(visit, CallFlow.Next(call, input, await Around(visit, call)))
        : input is Input.Message late ? await CarryOut(visit, Turn.Of(call, new Effect.KeepMessage(late.Recording, late.Seconds)))
        : call);

    /// <summary>The call as it stands.</summary>
    public Task<Line?> Look(string sid) => Held(sid, (_, call) => ValueTask.FromResult(call));

    /// <summary>The recording's own report: the message is kept whether or not the call's did arrive.</summary>
    public Task<Line?> Keep(string sid, string recording, int seconds) =>
        Held(sid, (visit, call) => CarryOut(visit, Turn.Of(call with { Message = call.Message ?? recording }, new Effect.KeepMessage(recording, seconds))));

    public Task<Line?> HungUp(string sid) => Held(sid, async (visit, call) => call.HasEnded
        ? call
        : await CarryOut(visit, Turn.Of(
            await Transcript.Tell(visit, call with { HasEnded = true }),
            call.Step is Step.Goodbye ? [] : [new Effect.TellLine(LineStep.HungUp)])));

    /// <summary>An engineer pressed the key that takes the call, and so the ticket unless somebody has it already.</summary>
    public Task<Line?> Take(string sid, Engineer engineer) => Held(sid, async (visit, call) =>
    {
        if (call.Ticket is null || call.TakenBy is not null || call.Step is not Step.Ring ring || ring.Engineer != engineer.Id)
            return call;
        await visit.Act(call.Ticket, new Acknowledge(null), Actor.Of(engineer), Door.Phone);
        return await CarryOut(visit, Turn.Of(call with { TakenBy = engineer.Id }));
    });

    /// <summary>Somebody took the ticket elsewhere while the client waits for an engineer's phone to be answered.</summary>
    public Task<Line?> TakenMeanwhile(string sid) => Held(sid, async (visit, call) => call is { Step: Step.Ring, TakenBy: null }
        ? await CarryOut(visit, Turn.Of(call.At(new Step.Goodbye(Farewell.TakenMeanwhile)), new Effect.TellLine(LineStep.HungUp)))
        : call);

    /// <summary>A machine understood something, or has heard the last of it.</summary>
    public Task<Line?> Understood(string sid, Utterance? utterance) => Held(sid, async (visit, call) =>
        await CarryOut(visit, Turn.Of(await Transcript.Add(visit, call, utterance))));

    private Task<Line?> Held(string sid, Func<Visit, Call, ValueTask<Call>> turn) => desk.Receive(async visit =>
        await visit.Store.HoldCall(sid) is { Engineer: null } row ? await LineOf(visit, await turn(visit, Call.Of(row))) : null);

    private Task<Line> Receive(Func<Visit, ValueTask<Call>> turn) => desk.Receive(async visit => await LineOf(visit, await turn(visit)));

    private async ValueTask<Call> CarryOut(Visit visit, Turn turn)
    {
        var call = turn.Call;
        foreach (var effect in turn.Effects)
            call = await CallEffects.CarryOut(visit, call, effect, Instant.FromDateTimeOffset(time.GetUtcNow()));
        await visit.Store.SaveCall(call.ToRow(call.HasEnded ? visit.Now : null));
        return call;
    }

    private static async ValueTask<Circumstances> Around(Visit visit, Call call)
    {
        var lately = await visit.Store.CallsFrom(call.Number, visit.Now - LimitsCountFor, MostCallsLooked);
        return new Circumstances(visit.Directory, visit.Now, await TicketOf(visit, call), [.. lately.Select(Call.Of).Where(earlier => earlier.Sid != call.Sid)]);
    }

    private static async ValueTask<Line> LineOf(Visit visit, Call call) => new(call, await TicketOf(visit, call), visit.Directory);

    private static async ValueTask<Ticket?> TicketOf(Visit visit, Call call) =>
        call.Ticket is not { } reference ? null
        : visit.Changed.FirstOrDefault(changed => changed.Reference == reference) ?? (await visit.Store.LoadTicket(reference))?.ToTicket();
}

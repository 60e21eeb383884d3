using System.Globalization;
using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using ChatSupport.Desk.Tickets.Paging;
using ChatSupport.Voice.Recordings;
using NodaTime;

namespace ChatSupport.Voice.Calls;

/// <summary>What a turn of a call changes at the desk, one effect at a time, in the transaction of the turn.</summary>
internal static class CallEffects
{
    /// <param name="now">By the real clock, which the outbox waits by.</param>
    public static ValueTask<Call> CarryOut(Visit visit, Call call, Effect effect, Instant now) => effect switch
    {
        Effect.TakeTicket take => TakeTicket(visit, call, take.Another),
        Effect.Withdraw => Withdraw(visit, call),
        Effect.QuoteTicket quote => Quote(visit, call, quote.Number),
        Effect.TellLine line => Tell(visit, call, line),
        Effect.KeepMessage message => KeepMessage(visit, call, message, now),
        Effect.SendLink => SendLink(visit, call),
        _ => throw new ArgumentOutOfRangeException(nameof(effect)),
    };

    private static async ValueTask<Call> TakeTicket(Visit visit, Call call, bool another) => await visit.TakeCall(CallOf(call), another) switch
    {
        Answer.Accepted { Ticket: var ticket } => call with
        {
            Ticket = ticket.Reference,
            FoundOpen = ticket.Status == Status.Open,
            HasOpened = ticket is { Door: Door.Phone, Version: 2 },
        },
        // A company without anybody to answer for it: its message is for an engineer to judge.
        _ => call with { Client = null, Step = new Step.AskMessage() },
    };

    private static async ValueTask<Call> Withdraw(Visit visit, Call call)
    {
        await Act(visit, call, new WithdrawCall(call.Sid));
        return call with { Ticket = null, FoundOpen = false, HasOpened = false };
    }

    private static async ValueTask<Call> Quote(Visit visit, Call call, string number)
    {
        var reference = Ticket.ReferenceOf(TicketKind.Incident, long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0);
        if (reference == call.Ticket)
            return call;
        if (await visit.CriticalTicket(reference, call.Client!) is not { } quoted)
        {
            await Act(visit, call, new NoteOnCall(new TicketQuoted(number)));
            return call;
        }
        call = await Withdraw(visit, call) with { Ticket = quoted.Reference, FoundOpen = quoted.Status == Status.Open };
        await visit.Join(quoted, CallOf(call));
        return call;
    }

    private static async ValueTask<Call> Tell(Visit visit, Call call, Effect.TellLine line)
    {
        await Act(visit, call, new NoteOnCall(new OnTheLine(call.Sid, line.Step, line.Engineer, visit.Now + Pager.Courtesy)));
        return call;
    }

    private static async ValueTask<Call> KeepMessage(Visit visit, Call call, Effect.KeepMessage message, Instant now)
    {
        var left = new VoicemailRow(message.Recording, call.Sid, call.Number, visit.Now, message.Seconds, call.Ticket);
        if (!await visit.Store.TryAddVoicemail(left))
            return call;
        await visit.Store.Enqueue(RecordingLetters.Fetch(left.Id, visit.Now));
        await Act(visit, call, new NoteOnCall(new VoicemailLeft(left.Id, left.Seconds)));
        if (call.Ticket is null)
            await UnidentifiedMessage.PageFor(visit, left, now);
        return call;
    }

    private static async ValueTask<Call> SendLink(Visit visit, Call call)
    {
        await LinkLetter.Enqueue(visit, call);
        return call;
    }

    private static ClientCall CallOf(Call call) => new(
        call.Client!, call.Contact, call.Number is "" ? null : call.Number, new Called(call.ReceivedAt, call.Sid, call.Proof, call.Attestation));

    private static async ValueTask Act(Visit visit, Call call, TicketAct act)
    {
        if (call.Ticket is { } reference)
            await visit.Act(reference, act, Actor.Desk, Door.Phone);
    }
}

using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Declarations;
using NodaTime;

namespace ChatSupport.Desk.Tickets;

/// <summary>What makes the desk believe who is calling.</summary>
public enum CallerProof
{
    /// <summary>The number is in the directory. It is not a proof: numbers can be forged.</summary>
    CallerId,

    /// <summary>The client's code and its PIN were keyed in.</summary>
    Pin,
}

/// <summary>Where a client's call stands, for whoever waits for its end.</summary>
public enum LineStep
{
    Greeted,

    /// <summary>An engineer's phone rings while the client waits.</summary>
    Ringing,

    /// <summary>The client is asked for a message.</summary>
    Speaking,
    HungUp,
}

/// <summary>The client phoned. The first call starts a PREMIUM P1's clock (R32, E9).</summary>
/// <param name="Call">The carrier's name for the call; null when a person recorded it.</param>
/// <param name="Proof">Null when a person recorded the call.</param>
/// <param name="Attestation">What the networks vouch for about the number (STIR/SHAKEN), as they say it.</param>
public sealed record Called(Instant ReceivedAt, string? Call = null, CallerProof? Proof = null, string? Attestation = null) : TicketEvent;

/// <summary>That call was not about this ticket after all: its clock is as if the call had not been received.</summary>
public sealed record CallWithdrawn(string Call) : TicketEvent
{
    public override bool IsInternal => true;
}

/// <summary>That call is about this ticket: the caller has chosen, or has said nothing else. Now the client is told that it counts.</summary>
public sealed record CallSettled(string Call, Instant ReceivedAt) : TicketEvent
{
    public override bool IsInternal => true;
}

/// <summary>Something that the phone door saw or heard on a call about this ticket.</summary>
public abstract record CallFact : TicketEvent;

/// <summary>The client is on the line about this ticket; paging waits meanwhile, but not beyond <paramref name="Until"/>.</summary>
/// <param name="Call">The carrier's name for the call.</param>
/// <param name="Engineer">Whose phone rings.</param>
public sealed record OnTheLine(string Call, LineStep Step, string? Engineer, Instant Until) : CallFact
{
    public override bool IsInternal => true;
}

/// <summary>The caller quoted a ticket number that is none of theirs, or none at all (E11, E12).</summary>
public sealed record TicketQuoted(string Number) : CallFact
{
    public override bool IsInternal => true;
}

/// <summary>The client left a message (R69).</summary>
/// <param name="Recording">Its id among the voicemails.</param>
/// <param name="Reason">Why an engineer attached it to this client, when its caller was not identified (E14).</param>
public sealed record VoicemailLeft(string Recording, int Seconds, string? Reason = null) : CallFact;

/// <summary>The sound of a message was erased, its time being over; what was understood of it stays.</summary>
public sealed record VoicemailErased(string Recording) : CallFact
{
    public override bool IsInternal => true;
}

/// <summary>What a machine understood of the client's message.</summary>
/// <param name="Missing">Keys of the fields of the minimum (R70) that it did not find in it.</param>
public sealed record Transcribed(string Text, Several<string> Missing) : CallFact
{
    public override bool IsInternal => true;
}

/// <summary>A contact completed with the declaration model what began by phone (R15, D9).</summary>
public sealed record ModelConfirmed(Declaration Declaration, Priority Suggested) : TicketEvent;

using ChatSupport.Desk.Tickets;

namespace ChatSupport.Voice.Calls;

/// <summary>What came in from the caller.</summary>
internal abstract record Input
{
    /// <param name="Digits">Empty for silence.</param>
    public sealed record Keys(string Digits) : Input;

    /// <summary>The PIN was keyed in and compared.</summary>
    public sealed record Pin(bool IsRight) : Input;

    /// <summary>Something was said after the beep.</summary>
    /// <param name="HungUp">The caller ended it by hanging up.</param>
    public sealed record Message(string Recording, int Seconds, bool HungUp) : Input;

    /// <summary>The engineer's phone rings no more: nobody answered, or the conversation is over.</summary>
    public sealed record RungOut : Input;
}

/// <summary>What a turn of the call changes at the desk.</summary>
internal abstract record Effect
{
    /// <summary>The call is about the ticket that waits for it, or opens one.</summary>
    public sealed record TakeTicket(bool Another) : Effect;

    /// <summary>The call is not about the ticket that it was taken to be about.</summary>
    public sealed record Withdraw : Effect;

    /// <summary>The caller named a ticket: it is theirs, or it is only noted.</summary>
    public sealed record QuoteTicket(string Number) : Effect;

    /// <summary>The client is heard of: paging waits a little longer, or no more when they have hung up.</summary>
    public sealed record TellLine(LineStep Step, string? Engineer = null) : Effect;

    public sealed record KeepMessage(string Recording, int Seconds) : Effect;

    /// <summary>The caller is sent where an incident is declared in writing.</summary>
    public sealed record SendLink : Effect;
}

using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Dialogs;

/// <summary>One turn of a conversation, as every chat door hands it over: who speaks, where, and what they said or chose.</summary>
/// <param name="Who">A person of the directory; the door has made sure of it (R10).</param>
/// <param name="Conversation">Where: the door's own name for it, the same in every turn, such as <c>web:claire.morel</c>.</param>
/// <param name="Delivery">The door's id of this delivery: taken twice, it has one effect.</param>
public sealed record Turn(Person Who, Door Door, string Conversation, DeliveryKey Delivery, Input Said)
{
    /// <summary>The ticket that the conversation is about by its place (a ticket's thread or page); null anywhere else.</summary>
    public string? About { get; init; }

    /// <summary>By whose clock moments are said in the replies; null where the door sees to that itself.</summary>
    public WallClock? Clock { get; init; }

    /// <summary>The clock of whoever speaks, as their program tells it: by it they mean the times that they say. Unless it is told it is the desk's.</summary>
    public WallClock Own { get; init; } = WallClock.OfTheDesk;

    /// <summary>The door can show a form where the button was: what an act needs is asked for in one, and not in the conversation.</summary>
    public bool PrefersForms { get; init; }
}

/// <summary>What a person said in a turn.</summary>
public abstract record Input
{
    private Input()
    {
    }

    public sealed record Words(string Text) : Input;

    /// <summary>A button or a menu's entry that a reply offered.</summary>
    /// <param name="Id">As it stood in <see cref="Choice.Id"/>.</param>
    public sealed record Chosen(string Id) : Input;

    /// <summary>A form that a reply offered, filled in.</summary>
    /// <param name="Form">As it stood in <see cref="Reply.Form.Id"/>.</param>
    public sealed record Filled(string Form, IReadOnlyDictionary<string, FieldAnswer> Answers) : Input;
}

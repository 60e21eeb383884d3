using System.Collections.Frozen;
using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Tickets;
using NodaTime;
using NodaTime.Text;

namespace ChatSupport.Bot.Dialogs.Acting;

/// <summary>What has to be chosen before an act can be done.</summary>
internal enum Detail
{
    None,
    Fix,
    Priority,
    Engineer,
    Moment,

    /// <summary>One line that somebody writes.</summary>
    Title,
}

/// <summary>Whether an act needs words.</summary>
internal enum WordsFor
{
    /// <summary>They may be given with the command; nobody asks for them.</summary>
    Unasked,

    /// <summary>They are asked for, and the desk's own sentence is offered instead.</summary>
    Offered,

    /// <summary>Nothing is done without them.</summary>
    Needed,
}

/// <summary>One act on a ticket as a conversation collects it: what it needs first, and the act that it makes.</summary>
/// <param name="Any">It can be done when the life cycle allows one of these.</param>
/// <param name="Settles">It answers how the ticket stood when its button was offered, and so is stale once that has changed.</param>
internal sealed record ActKind(IReadOnlyList<Trigger> Any, Detail Detail, WordsFor Words, bool Settles, Func<Request, TicketAct> Make)
{
    private static readonly FrozenDictionary<Verb, ActKind> All = new Dictionary<Verb, ActKind>
    {
        [Verb.Reply] = new([Trigger.Reply], Detail.None, WordsFor.Needed, false, it => new Comment(it.Text)),
        [Verb.Confirm] = new([Trigger.Confirm], Detail.None, WordsFor.Unasked, true, _ => new Confirm(null)),
        [Verb.Contest] = new([Trigger.Contest], Detail.None, WordsFor.Needed, true, it => new Contest(it.Text)),
        [Verb.Acknowledge] = new([Trigger.Acknowledge], Detail.None, WordsFor.Unasked, true, it => new Acknowledge(it.Text)),
        [Verb.Assign] = new([Trigger.Assign], Detail.Engineer, WordsFor.Unasked, true, it => new Assign(it.Detail)),
        [Verb.Ask] = new([Trigger.Hold], Detail.None, WordsFor.Needed, true, it => new Hold(it.Text)),
        [Verb.Answer] = new([Trigger.Answer, Trigger.Acknowledge], Detail.None, WordsFor.Needed, false, it => new Comment(it.Text)),
        [Verb.Note] = new([Trigger.Note], Detail.None, WordsFor.Needed, false, it => new Note(it.Text)),
        [Verb.Requalify] = new(
            [Trigger.Decide, Trigger.Propose], Detail.Priority, WordsFor.Needed, true, it => new Requalify(Enum.Parse<Priority>(it.Detail!), it.Text)),
        [Verb.Resolve] = new([Trigger.Resolve], Detail.Fix, WordsFor.Offered, true, it => new Resolve(Enum.Parse<Fix>(it.Detail!), it.Text)),
        [Verb.Resume] = new([Trigger.Resume], Detail.None, WordsFor.Unasked, true, it => new Resume(it.Text)),
        [Verb.OutOfScope] = new([Trigger.OutOfScope], Detail.None, WordsFor.Needed, true, it => new MarkOutOfScope(it.Text)),
        [Verb.Call] = new([Trigger.Call], Detail.Moment, WordsFor.Unasked, false, it => new RecordCall(MomentOf(it.Detail))),
        [Verb.Publish] = new([Trigger.Publish], Detail.Title, WordsFor.Needed, false, it => new Publish(it.Detail, it.Text)),
        [Verb.Unpublish] = new([Trigger.Unpublish], Detail.None, WordsFor.Unasked, true, _ => new Unpublish()),
    }.ToFrozenDictionary();

    /// <summary>Null for a verb that is no act on a ticket.</summary>
    public static ActKind? Of(Verb verb) => All.GetValueOrDefault(verb);

    public bool IsPossible(IReadOnlyList<Trigger> possible) => Any.Any(possible.Contains);

    private static Instant? MomentOf(string? detail) => detail is null ? null : InstantPattern.ExtendedIso.Parse(detail).Value;
}

using ChatSupport.Bot.Api;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Portal.Tickets;

/// <summary>What an act wants to be told.</summary>
[Flags]
public enum Asks
{
    Nothing = 0,
    Words = 1,
    Needed = 2,
    WordsAtLeast = Words | Needed,
    Fix = 4,
    Priority = 8,
    Engineer = 16,
    Time = 32,
    Title = 64,
}

/// <summary>Something that can be done on a ticket's page: what the life cycle calls it, what it asks for, and the act that comes of it.</summary>
/// <param name="Name">As the API calls the verb.</param>
/// <param name="Depends">It is decided on what the page shows, so it is refused when the ticket has changed since; words are never out of date.</param>
public sealed record Offer(string Name, Asks Asks, Func<IFormCollection, TicketAct> Read, IReadOnlyList<Trigger> When, bool Depends = true)
{
    private static readonly Offer[] All =
    [
        new("acknowledge", Asks.Words, form => new Acknowledge(form["comment"]), [Trigger.Acknowledge]),
        new("confirm", Asks.Words, form => new Confirm(form["comment"]), [Trigger.Confirm]),
        new("contest", Asks.WordsAtLeast, form => new Contest(form["comment"]), [Trigger.Contest]),
        new("resume", Asks.Words, form => new Resume(form["comment"]), [Trigger.Resume]),
        new("resolve", Asks.Words | Asks.Fix, form => new Resolve(Choice<Fix>(form["fix"]), form["comment"]), [Trigger.Resolve]),
        new("hold", Asks.Words, form => new Hold(form["comment"]), [Trigger.Hold]),
        new("requalify", Asks.WordsAtLeast | Asks.Priority, form => new Requalify(Choice<Priority>(form["priority"]), form["comment"]), [Trigger.Propose, Trigger.Decide]),
        new("assign", Asks.Engineer, form => new Assign(form["to"]), [Trigger.Assign]),
        new("note", Asks.WordsAtLeast, form => new Note(form["comment"]), [Trigger.Note], Depends: false),
        new("call", Asks.Time, form => new RecordCall(IsoTime.Read(form["at"]!)), [Trigger.Call], Depends: false),
        new("publish", Asks.Title | Asks.WordsAtLeast, form => new Publish(form["title"], form["comment"]), [Trigger.Publish], Depends: false),
        new("unpublish", Asks.Nothing, _ => new Unpublish(), [Trigger.Unpublish]),
        new("out-of-scope", Asks.WordsAtLeast, form => new MarkOutOfScope(form["comment"]), [Trigger.OutOfScope]),
    ];

    /// <summary>There is no way back, and the client did not ask for it.</summary>
    public bool IsGrave => Name == "out-of-scope";

    public static Offer? Named(string? name) => All.FirstOrDefault(offer => offer.Name == name);

    /// <summary>What this visitor can do to the ticket now, the likeliest first. That somebody phoned is for the desk to say.</summary>
    public static IReadOnlyList<Offer> Possible(Ticket ticket, Actor actor)
    {
        var possible = TicketLifecycle.Of(ticket, actor).Possible;
        return
        [
            .. All.Where(offer => offer.When.Any(possible.Contains) && (offer.Asks != Asks.Time || actor.IsEngineer))
                .OrderByDescending(offer => ticket.IsDisputed && offer.Asks.HasFlag(Asks.Priority)),
        ];
    }

    private static T? Choice<T>(string? text) where T : struct, Enum => text is not null && Words.TryRead<T>(text, out var value) ? value : null;
}

using ChatSupport.Bot.Language;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Bot.Dialogs.Cards;

/// <summary>
/// A ticket's card as one reader sees it at one instant: every door draws the same truth from it, each in its own shapes. The words are
/// already in the reader's language; the values beside them are for colours and icons.
/// </summary>
/// <param name="Version">What the buttons were offered on; a card of a higher version replaces this one.</param>
/// <param name="Heading">Reference, status and priority on one line.</param>
/// <param name="Deadline">How it stands against its contract: « Première réponse due …, dans 2 h 10. »</param>
/// <param name="NextStep">Who does what next, in one sentence.</param>
/// <param name="Actions">What this reader can do now, the likeliest first; each id comes back as <see cref="Input.Chosen"/>.</param>
public sealed record TicketCardModel(
    string Reference, int Version, Status Status, Priority Priority, Standing Standing, string Heading, string Title,
    IReadOnlyList<CardFact> Facts, string Deadline, string NextStep, IReadOnlyList<Choice> Actions)
{
    /// <param name="ticket">Everything that has fallen due on it decided (<see cref="Desk.Visit.Find"/>).</param>
    /// <param name="tongue">As <see cref="Desk.Storage.SpokenLanguage"/> knows it.</param>
    /// <param name="clock">That of Paris unless the door knows another.</param>
    public static TicketCardModel Of(Ticket ticket, Person reader, Directory directory, Instant now, Tongue tongue, WallClock? clock = null)
    {
        var actor = Actor.Of(reader);
        clock ??= WallClock.Paris;
        return new(
            ticket.Reference, ticket.Version, ticket.Status, ticket.Priority, ticket.StandingAt(now),
            BotText.Say("Cards.Heading", ticket.Reference, ticket.Status, ticket.Priority).In(tongue),
            ticket.Declaration.Title,
            [.. CardFacts.Of(ticket, actor, directory).Select(fact => new CardFact(fact.Label.In(tongue), fact.Value.In(tongue, clock)))],
            CardDeadline.Of(ticket, actor, directory.Places.Phone, now).In(tongue, clock),
            CardNextStep.Of(ticket, actor, directory).In(tongue, clock),
            CardActions.Of(ticket, actor, tongue));
    }
}

/// <summary>One line of a card.</summary>
public sealed record CardFact(string Label, string Value);

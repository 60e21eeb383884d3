using System.Text.Json.Nodes;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Dialogs.Cards;
using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Following;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Teams.Kit;
using ChatSupport.Desk;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Teams.Cards;

/// <summary>A ticket as one reader, or everyone at one place, sees it now.</summary>
/// <param name="Body">What it says, with at most so many characters of what people wrote.</param>
internal sealed record TicketView(string Reference, string Fallback, Func<int, IReadOnlyList<JsonObject>> Body, IReadOnlyList<Choice> Actions, IReadOnlyList<string> Users)
{
    /// <summary>Whoever of these looks at it is shown it anew: it never stands there stale, and each sees their own.</summary>
    public (string Choice, IReadOnlyCollection<string> Users)? Refresh => Users.Count > 0 ? (new Request(Verb.Show, Reference).ToChoice(), Users) : null;

    /// <param name="above">What stands above it.</param>
    public AdaptiveCard ToCard(Tongue tongue, params IReadOnlyList<Reply> above) => ReplyCard.Of(this, tongue, above);
}

/// <summary>Whom something is said to: in which language, and by whose clock.</summary>
internal sealed record Hearer(Person Reader, Tongue Tongue, WallClock Clock);

/// <summary>Tickets' cards as their readers see them now.</summary>
internal sealed class TicketCards(Store store, LiveDirectory directory, DeskClock clock)
{
    /// <summary>The tickets that replies name; those that this person may not see are left out.</summary>
    public async Task<IReadOnlyDictionary<string, TicketView>> Named(IEnumerable<Reply> replies, Person reader, Tongue tongue, CancellationToken stop)
    {
        var views = new Dictionary<string, TicketView>(StringComparer.Ordinal);
        foreach (var reference in replies.OfType<Reply.Card>().Select(card => card.Reference).Distinct())
            if ((await store.Ask(session => session.LoadTicket(reference), stop))?.ToTicket() is { } ticket && Actor.Of(reader).MaySee(ticket))
                (views[reference], _) = await For(ticket, reader, tongue, stop);
        return views;
    }

    /// <summary>A ticket for one person, and by which clock they live.</summary>
    public async Task<(TicketView View, WallClock Clock)> For(Ticket ticket, Person reader, Tongue tongue, CancellationToken stop)
    {
        var (users, clock) = await store.Ask(session => session.TeamsUsersOf([reader.Id]), session => session.ClockOf(reader), stop);
        return (View(ticket, new Hearer(reader, tongue, clock), reader is Contact ? Side.Client : Side.Desk, users, standsInThread: false), clock);
    }

    /// <summary>A ticket for everyone at a place, and for each of those who are known by name as soon as they look.</summary>
    public async Task<(TicketView View, Tongue Tongue)> At(Place place, Ticket ticket, CancellationToken stop)
    {
        var hearer = await HearerAt(place, ticket, stop);
        var people = place.IsDirect ? [hearer.Reader.Id]
            : place.Side == Side.Desk ? directory.Current.Engineers.Select(engineer => engineer.Id)
            : directory.Current.ContactsOf(ticket.Client).Select(contact => contact.Id);
        var users = await store.Read(session => session.TeamsUsersOf([.. people]), stop);
        return (View(ticket, hearer, place.Side, users, standsInThread: !place.IsDirect), hearer.Tongue);
    }

    /// <summary>How a place is spoken to: to its only reader as they are, else in the language of the place and by the desk's clock.</summary>
    public async Task<Hearer> HearerAt(Place place, Ticket ticket, CancellationToken stop)
    {
        var (reader, tongue) = directory.Current.ReaderAt(place, ticket);
        if (!place.IsDirect)
            return new(reader, tongue, WallClock.OfTheDesk);
        var (chosen, clock) = await store.Ask(session => session.LanguageOf(reader), session => session.ClockOf(reader), stop);
        return new(reader, chosen, clock);
    }

    private TicketView View(Ticket ticket, Hearer hearer, Side side, IReadOnlyList<string> users, bool standsInThread)
    {
        var (reader, tongue, time) = hearer;
        var card = TicketCardModel.Of(ticket, reader, directory.Current, clock.Now, tongue, time);
        IEnumerable<JsonObject> foot = standsInThread && ticket.Status != Status.Closed
            ? Text.Of(BotText.Say($"Teams.Thread.{side}").In(tongue), size: "small", subtle: true)
            : [];
        return new(ticket.Reference, TicketBody.Fallback(card), longest => [.. TicketBody.Of(ticket, card, side, hearer, longest), .. foot], card.Actions, users);
    }
}

using System.Text.Json.Nodes;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Dialogs.Cards;
using ChatSupport.Bot.Dialogs.Commands;
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

/// <summary>Tickets' cards as their readers see them now.</summary>
internal sealed class TicketCards(Store store, LiveDirectory directory, DeskClock clock)
{
    /// <summary>The tickets that replies name; those that this person may not see are left out.</summary>
    public async Task<IReadOnlyDictionary<string, TicketView>> Named(IEnumerable<Reply> replies, Person reader, Tongue tongue, CancellationToken stop)
    {
        var views = new Dictionary<string, TicketView>(StringComparer.Ordinal);
        foreach (var reference in replies.OfType<Reply.Card>().Select(card => card.Reference).Distinct())
            if ((await store.Read(session => session.LoadTicket(reference), stop))?.ToTicket() is { } ticket && Actor.Of(reader).MaySee(ticket))
                views[reference] = await For(ticket, reader, tongue, stop);
        return views;
    }

    /// <summary>A ticket for one person.</summary>
    public async Task<TicketView> For(Ticket ticket, Person reader, Tongue tongue, CancellationToken stop)
    {
        var users = await store.Read(session => session.TeamsUsersOf([reader.Id]), stop);
        return View(ticket, reader, reader is Contact ? Side.Client : Side.Desk, tongue, users, standsInThread: false);
    }

    /// <summary>A ticket for everyone at a place, and for each of those who are known by name as soon as they look.</summary>
    public async Task<(TicketView View, Tongue Tongue)> At(Place place, Ticket ticket, CancellationToken stop)
    {
        var (reader, tongue) = await ReaderAt(place, ticket, stop);
        var people = place.IsDirect ? [reader.Id]
            : place.Side == Side.Desk ? directory.Current.Engineers.Select(engineer => engineer.Id)
            : directory.Current.ContactsOf(ticket.Client).Select(contact => contact.Id);
        var users = await store.Read(session => session.TeamsUsersOf([.. people]), stop);
        return (View(ticket, reader, place.Side, tongue, users, standsInThread: !place.IsDirect), tongue);
    }

    /// <summary>In which language a place is spoken to: its only reader's, its company's, or that of most engineers.</summary>
    public async Task<Tongue> TongueAt(Place place, Ticket ticket, CancellationToken stop) => (await ReaderAt(place, ticket, stop)).Tongue;

    private TicketView View(Ticket ticket, Person reader, Side side, Tongue tongue, IReadOnlyList<string> users, bool standsInThread)
    {
        var card = TicketCardModel.Of(ticket, reader, directory.Current, clock.Now, tongue);
        IEnumerable<JsonObject> foot = standsInThread && ticket.Status != Status.Closed
            ? Text.Of(BotText.Say($"Teams.Thread.{side}").In(tongue), size: "small", subtle: true)
            : [];
        return new(ticket.Reference, TicketBody.Fallback(card), longest => [.. TicketBody.Of(ticket, card, side, tongue, longest), .. foot], card.Actions, users);
    }

    /// <summary>Whom a card at a place is drawn for: buttons that only some may use are refused to the others with a sentence.</summary>
    private async Task<(Person Reader, Tongue Tongue)> ReaderAt(Place place, Ticket ticket, CancellationToken stop)
    {
        var people = directory.Current;
        if (place.Side == Side.Desk)
            return (people.Supervisors.Concat(people.Engineers).First(), people.Engineers.GroupBy(engineer => engineer.Tongue).MaxBy(same => same.Count())!.Key);
        var contact = people.Contact(ticket.Contact) ?? people.ContactsOf(ticket.Client)[0];
        return (contact, place.IsDirect ? await store.Read(reader => reader.LanguageOf(contact), stop) : people.Client(ticket.Client)?.Tongue ?? contact.Tongue);
    }
}

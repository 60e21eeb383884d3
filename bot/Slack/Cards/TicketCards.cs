using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Following;
using ChatSupport.Bot.Slack.Kit;
using ChatSupport.Desk;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Slack.Cards;

/// <summary>Cards as their readers see them now.</summary>
internal sealed class TicketCards(Store store, LiveDirectory directory, DeskClock clock)
{
    /// <summary>The cards that replies name; those that this person may not see are left out.</summary>
    public async Task<IReadOnlyDictionary<string, Card>> Named(IEnumerable<Reply> replies, Person reader, Tongue tongue, CancellationToken stop)
    {
        var cards = new Dictionary<string, Card>(StringComparer.Ordinal);
        foreach (var reference in replies.OfType<Reply.Card>().Select(card => card.Reference).Distinct())
            if ((await store.Ask(session => session.LoadTicket(reference), stop))?.ToTicket() is { } ticket && Actor.Of(reader).MaySee(ticket))
                cards[reference] = For(ticket, reader, tongue);
        return cards;
    }

    /// <summary>A ticket's card for one person.</summary>
    public Card For(Ticket ticket, Person reader, Tongue tongue) => new(ticket, reader, directory.Current, clock.Now, tongue);

    /// <summary>A ticket's card in a conversation with one person.</summary>
    /// <param name="reader">With the language that they chose.</param>
    /// <param name="isLatest">None of this ticket was shown there later.</param>
    public SlackMessage Shown(Ticket ticket, Person reader, bool isLatest) => For(ticket, reader, reader.Tongue).Message(UseOf(isLatest));

    /// <summary>The same under the news that it is shown for.</summary>
    public SlackMessage Shown(Message message, bool isLatest)
    {
        var news = News.Of(message, message.To.Tongue);
        return SlackMessage.Of(news, [Block.Section(news), .. For(message.Ticket, message.To, message.To.Tongue).Blocks(UseOf(isLatest))]);
    }

    /// <summary>A ticket's card for everyone at a place.</summary>
    public async Task<SlackMessage> At(Place place, Ticket ticket, CancellationToken stop)
    {
        var (reader, tongue) = await ReaderAt(place, ticket, stop);
        return For(ticket, reader, tongue).Message(CardUse.AtPlace);
    }

    /// <summary>In which language a place is spoken to: its only reader's, its company's, or that of most engineers.</summary>
    public async Task<Tongue> TongueAt(Place place, Ticket ticket, CancellationToken stop) => (await ReaderAt(place, ticket, stop)).Tongue;

    private async Task<(Person Reader, Tongue Tongue)> ReaderAt(Place place, Ticket ticket, CancellationToken stop)
    {
        var (reader, tongue) = directory.Current.ReaderAt(place, ticket);
        return (reader, place.IsDirect ? await store.Ask(session => session.LanguageOf(reader), stop) : tongue);
    }

    private static CardUse UseOf(bool isLatest) => isLatest ? CardUse.Shown : CardUse.Replaced;
}

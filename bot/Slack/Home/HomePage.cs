using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Slack.Arriving;
using ChatSupport.Bot.Slack.Wire;
using ChatSupport.Bot.Wire;
using ChatSupport.Desk;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Slack.Home;

/// <summary>The App Home: drawn anew whenever somebody opens it.</summary>
internal sealed class HomePage(SlackPeople people, Store store, LiveDirectory directory, DeskClock clock, Views views)
{
    private const int MostTickets = 25;

    public async Task Show(EventDelivery delivery, CancellationToken stop)
    {
        if (delivery.Event.Text("user") is not { } user)
            return;
        var who = Identity.Of(delivery.Event.Text("user_team") ?? delivery.Team, user);
        if (await people.Find(who, stop) is { } person)
            await Publish(person, delivery.Team, user, await people.TongueOf(person, stop), stop);
        else
            await views.Publish(delivery.Team, user, HomeView.OfStranger(people.TongueIn(who.Realm)), stop);
    }

    /// <summary>The language that was chosen there; null for any other click.</summary>
    public static Tongue? Chosen(Interaction.Click click) => click.Action == HomeView.LanguageMenu ? Tongues.Parse(click.Value) : null;

    public async Task Speak(Person person, Interaction.Click click, Tongue tongue, CancellationToken stop)
    {
        await store.Write(async session =>
        {
            await session.ChooseLanguage(person, tongue);
            return tongue;
        }, stop);
        await Publish(person, click.Team, click.Who.User, tongue, stop);
    }

    private async Task Publish(Person person, string team, string user, Tongue tongue, CancellationToken stop)
    {
        var query = person is Contact contact
            ? new TicketQuery(Client: contact.ClientId, OpenOnly: true, Limit: MostTickets)
            : new TicketQuery(OpenOnly: true, Order: TicketOrder.Deadline, Limit: MostTickets);
        var page = await store.Read(reader => reader.FindTickets(query), stop);
        List<Ticket> tickets = [.. page.Items.Select(row => row.ToTicket())];
        await views.Publish(team, user, HomeView.Of(person, tickets, page.Next is not null, directory.Current, clock.Now, tongue), stop);
    }
}

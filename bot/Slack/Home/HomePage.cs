using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ChatSupport.Bot.Slack.Arriving;
using ChatSupport.Bot.Slack.Wire;
using ChatSupport.Bot.Wire;
using ChatSupport.Desk;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using NodaTime;
using NodaTime.Extensions;

namespace ChatSupport.Bot.Slack.Home;

/// <summary>
/// The App Home: drawn whenever somebody opens it, and again when what it shows has changed while they may still have it before them. Slack
/// does not say when one is closed, so it is kept true for a working day.
/// </summary>
internal sealed class HomePage(SlackPeople people, Store store, LiveDirectory directory, DeskClock clock, TimeProvider time, Views views)
{
    private const int MostTickets = 25;

    /// <summary>Of the homes that are kept true, beyond which the one that was opened first is left as it is.</summary>
    private const int MostOpen = 1_000;
    private static readonly Duration KeptFor = Duration.FromHours(8);

    private readonly ConcurrentDictionary<(string Team, ChatIdentity Who), Drawn> open = new();

    public async Task Show(EventDelivery delivery, CancellationToken stop)
    {
        if (delivery.Event.Text("user") is { } user)
            await Show(delivery.Team, Identity.Of(delivery.Event.Text("user_team") ?? delivery.Team, user), stop);
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
        await Show(click.Team, click.Who, stop);
    }

    /// <summary>Draws those anew that do not show any more what they would.</summary>
    public async Task Redraw(CancellationToken stop)
    {
        var asked = new Dictionary<TicketQuery, TicketPage>();
        foreach (var ((team, who), drawn) in open)
            if (Now - drawn.OpenedAt > KeptFor)
                open.TryRemove((team, who), out _);
            else if (await Draw(who, asked, stop) is var view && Print(view) is var print && print != drawn.Print && await views.Publish(team, who.User, view, stop))
                open.TryUpdate((team, who), drawn with { Print = print }, drawn);
    }

    private async Task Show(string team, ChatIdentity who, CancellationToken stop)
    {
        var view = await Draw(who, [], stop);
        var drawn = new Drawn(Now, Print(view));
        await views.Publish(team, who.User, view, stop);
        open[(team, who)] = drawn;
        if (open.Count > MostOpen)
            open.TryRemove(open.MinBy(other => other.Value.OpenedAt).Key, out _);
    }

    /// <param name="asked">What was read already, for whoever sees the same.</param>
    private async Task<JsonObject> Draw(ChatIdentity who, Dictionary<TicketQuery, TicketPage> asked, CancellationToken stop)
    {
        if (await people.Find(who, stop) is not { } person)
            return HomeView.OfStranger(people.TongueIn(who.Realm));
        var query = person is Contact contact
            ? new TicketQuery(Client: contact.ClientId, OpenOnly: true, Limit: MostTickets)
            : new TicketQuery(OpenOnly: true, Order: TicketOrder.Deadline, Limit: MostTickets);
        if (!asked.TryGetValue(query, out var page))
            asked[query] = page = await store.Read(reader => reader.FindTickets(query), stop);
        return HomeView.Of(
            person, [.. page.Items.Select(row => row.ToTicket())], page.Next is not null, directory.Current, clock.Now, await people.TongueOf(person, stop));
    }

    private static string Print(JsonObject view) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(view.ToJsonString())));

    private Instant Now => time.GetUtcNow().ToInstant();

    /// <param name="Print">By which it is known whether it would be drawn otherwise by now.</param>
    private sealed record Drawn(Instant OpenedAt, string Print);
}

using System.Text.Json.Nodes;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Slack.Cards;
using ChatSupport.Bot.Slack.Kit;
using ChatSupport.Bot.Slack.Linking;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Bot.Slack.Home;

/// <summary>What the App Home shows: to a contact their company's open tickets, to an engineer the queue by deadline.</summary>
internal static class HomeView
{
    public const string LanguageMenu = "language_menu";
    private const int LongestTitle = 200;

    public static JsonObject OfStranger(Tongue tongue) => View.Home(
        [Block.Section(Marked.Of(BotText.Say("Linking.Stranger").In(tongue))), .. Block.Buttons([new Choice(Strangers.LinkButton, BotText.Say("Linking.Button").In(tongue), ChoiceStyle.Primary)])]);

    /// <param name="isCut">There are more tickets than these.</param>
    public static JsonObject Of(Person person, IReadOnlyList<Ticket> tickets, bool isCut, Directory directory, Instant now, Tongue tongue) => View.Home(
        [
            Block.Header(BotText.Say("Slack.Home.Hello", person.Name.First).In(tongue)),
            .. Block.Buttons(person is Contact
                ? [Do("Declare", tongue, ChoiceStyle.Primary), Do("AllTickets", tongue), Do("Help", tongue)]
                : [Do("Mine", tongue, ChoiceStyle.Primary), Do("Unacknowledged", tongue), Do("OnCall", tongue), Do("Help", tongue)]),
            Block.Divider(),
            Block.Section(Marked.Bold(Say(Heading(person, tickets), tongue))),
            .. tickets.Select(ticket => Line(ticket, person, directory, now, tongue)),
            .. isCut ? new[] { Block.Context(Marked.Of(Say("Home.More", tongue))) } : [],
            Block.Divider(),
            Block.Menu(LanguageMenu, Say("Home.Language", tongue), Tongues.All.Select(other => new Choice(other.Code(), BotText.Say($"Dialogs.Do.{other}").In(other)))),
        ]);

    private static string Heading(Person person, IReadOnlyList<Ticket> tickets) =>
        (person is Contact ? "Home.Company" : "Home.Queue") + (tickets.Count == 0 ? ".None" : "");

    private static JsonObject Line(Ticket ticket, Person reader, Directory directory, Instant now, Tongue tongue)
    {
        var card = new Card(ticket, reader, directory, now, tongue);
        var words = Marked.Lines(card.Heading, Marked.Bold(Marked.Fit(ticket.Declaration.Title, LongestTitle)), card.Deadline, card.NextStep);
        return Block.Section(words, Block.Button(new Choice($"show:{ticket.Reference}", Say("Home.Show", tongue))));
    }

    private static Choice Do(string verb, Tongue tongue, ChoiceStyle style = ChoiceStyle.Plain) =>
        new(verb.ToLowerInvariant(), BotText.Say($"Dialogs.Do.{verb}").In(tongue), style);

    private static string Say(string entry, Tongue tongue) => BotText.Say($"Slack.{entry}").In(tongue);
}

using System.Text.Json.Nodes;
using ChatSupport.Bot.Dialogs.Cards;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Slack.Kit;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Bot.Slack.Cards;

/// <summary>What a card is for.</summary>
internal enum CardUse
{
    /// <summary>It stands where the ticket is followed; people answer under it.</summary>
    AtPlace,

    /// <summary>One person is shown it.</summary>
    Shown,

    /// <summary>A newer one was shown to them since.</summary>
    Replaced,
}

/// <summary>A ticket's card in blocks: everything needed to recognise it, to know what it waits for and to act on it.</summary>
internal sealed class Card(Ticket ticket, Person reader, Directory directory, Instant now, Tongue tongue)
{
    private const int LongestExcerpt = 1200;

    /// <summary>By this block a card of ours is known again, wherever Slack shows it to us.</summary>
    private const string Name = "card:";

    private readonly TicketCardModel model = TicketCardModel.Of(ticket, reader, directory, now, tongue);
    private readonly Side side = reader is Contact ? Side.Client : Side.Desk;

    public Marked Heading => Marked.Of($"{Icon} {model.Heading}");

    public Marked Deadline => DeadlineLine.Of(ticket, model.Standing, tongue);

    public Marked NextStep => Marked.Say(CardNextStep.Of(ticket, Actor.Of(reader), directory), tongue);

    /// <summary>What a notification and a screen reader say of it.</summary>
    public Marked Fallback => Marked.Lines(Marked.Of(model.Heading), Marked.Of(model.Title), Deadline);

    public SlackMessage Message(CardUse use) => SlackMessage.Of(Fallback, Blocks(use));

    public IEnumerable<JsonObject> Blocks(CardUse use)
    {
        var heading = Block.Header($"{Icon} {model.Heading}");
        if (use == CardUse.AtPlace)
            heading["block_id"] = Name + ticket.Reference;
        yield return heading;
        yield return Block.Section(Marked.Bold(model.Title));
        if (side == Side.Desk && ticket.Declaration.Description is { Length: > 0 } description)
            yield return Block.Section(Marked.Quote(Marked.Fit(description, LongestExcerpt)));
        if (side == Side.Desk && ticket.Declaration.Text("businessImpact") is { Length: > 0 } impact)
            yield return Block.Section(Marked.Lines(Marked.Bold(Say("Impact")), Marked.Quote(Marked.Fit(impact, LongestExcerpt))));
        foreach (var facts in Block.Facts(CardFacts.Of(ticket, Actor.Of(reader), directory).Select(Fact)))
            yield return facts;
        yield return Block.Section(Marked.Lines(Deadline, NextStep));
        if (use == CardUse.Replaced)
            yield return Block.Context(Marked.Of(Say("Replaced")));
        else
            foreach (var buttons in Block.Buttons(model.Actions))
                yield return buttons;
        if (use == CardUse.AtPlace && ticket.Status != Status.Closed)
            yield return Block.Context(Marked.Of(Say($"Thread.{side}")));
    }

    /// <summary>The ticket whose card this block begins; null when it is none of ours.</summary>
    public static string? ReferenceOf(string? block) => block?.StartsWith(Name, StringComparison.Ordinal) == true ? block[Name.Length..] : null;

    private Marked Fact((Sentence Label, Sentence Value) fact) =>
        Marked.Lines(Marked.Bold(fact.Label.In(tongue)), Marked.Say(fact.Value, tongue));

    private string Say(string entry) => BotText.Say($"Slack.{entry}").In(tongue);

    private string Icon => model switch
    {
        { Status: Status.Closed } => ":white_check_mark:",
        { Status: Status.Resolved } => ":large_green_circle:",
        { Status: Status.OnHold } => ":double_vertical_bar:",
        { Standing: Standing.Missed, Status: Status.Open } => ":rotating_light:",
        { Status: Status.Open } => ":red_circle:",
        _ => ":large_yellow_circle:",
    };
}

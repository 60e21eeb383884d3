using ChatSupport.Bot.Dialogs.Cards;
using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Dialogs.Declaring;
using ChatSupport.Desk;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Dialogs.Acting;

/// <summary>Looking at tickets: one of them, its timeline, its deadline explained, the company's list; and speaking in a ticket's place.</summary>
internal static class TicketDialog
{
    private const int LongestTimeline = 15;

    public static async ValueTask Do(TurnContext turn, Request request)
    {
        if (request.Verb is Verb.Tickets or Verb.AllTickets)
            await ListCompany(turn, request);
        else if (await Named(turn, request) is { } ticket)
            await Tell(turn, request.Verb, ticket);
        DeclareDialog.Remind(turn);
    }

    /// <summary>In a ticket's thread or page plain words are for that ticket. What an engineer writes there may be for their colleagues.</summary>
    public static async ValueTask<bool> HearInPlace(TurnContext turn, string text, Heard heard)
    {
        if (turn.Turn.About is not { } reference || IsCommand(heard))
            return false;

        if (turn.Actor.IsContact)
        {
            await ActDialog.Do(turn, new Request(Verb.Reply, reference, Text: text));
            return true;
        }

        turn.State = turn.State with { Kept = text };
        turn.Offer(
            turn.Words("EngineerDialog.ForWhom", reference),
            turn.Choice(new Request(Verb.Answer, reference, Detail: ActDialog.KeptWords), ChoiceStyle.Primary),
            turn.Choice(new Request(Verb.Note, reference, Detail: ActDialog.KeptWords)));
        return true;
    }

    /// <summary>A ticket is named and something said: it is added only when they say so.</summary>
    public static async ValueTask OfferToAdd(TurnContext turn, string reference, string text)
    {
        if (await turn.Find(reference) is not { } ticket)
        {
            turn.Notify(Tone.Refusal, DeskText.Say("Refusals.Unknown", reference));
            return;
        }

        turn.State = turn.State with { Kept = text, Topic = reference };
        var verbs = turn.Actor.IsContact ? new[] { Verb.Reply } : [Verb.Answer, Verb.Note];
        turn.Offer(
            turn.Words("TicketDialog.AddThis", reference, MenuDialog.Excerpt(text)),
            [
                .. verbs.Select((verb, rank) => turn.Choice(
                    new Request(verb, reference, ticket.Version, ActDialog.KeptWords), rank == 0 ? ChoiceStyle.Primary : ChoiceStyle.Plain)),
                turn.Choice(new Request(Verb.Show, reference)),
            ]);
    }

    /// <summary>The ticket that a request is about: named, by its place, last spoken of, or the only one; else they are asked which.</summary>
    public static async ValueTask<Ticket?> Named(TurnContext turn, Request request)
    {
        if ((request.Subject is null ? turn.Turn.About ?? turn.State.Topic : request.Ticket) is { } reference)
        {
            if (await turn.Find(reference) is { } ticket)
                return ticket;
            turn.Notify(Tone.Refusal, DeskText.Say("Refusals.Unknown", reference));
            return null;
        }

        var open = request.Subject is null ? await TicketLists.OpenOf(turn, most: 10) : [];
        if (open is [var only])
            return only;
        if (open.Count == 0)
            turn.Offer(turn.Words("TicketDialog.WhichReference"), turn.Choice(turn.Actor.IsContact ? Verb.AllTickets : Verb.Queue));
        else
            turn.Offer(turn.Words("TicketDialog.WhichTicket", turn.LabelOf(request.Verb)), open.Select(ticket => new Choice(
                (request with { Subject = ticket.Reference }).ToChoice(), TicketLists.LineOf(turn, ticket))));
        return null;
    }

    private static async ValueTask Tell(TurnContext turn, Verb verb, Ticket ticket)
    {
        if (verb == Verb.Timeline)
            turn.Say(await Timeline(turn, ticket));
        if (verb == Verb.Why)
            turn.Say(string.Join('\n', Why(turn, ticket)));
        if (verb == Verb.Show)
            turn.Show(ticket.Reference);
        else
            turn.State = turn.State with { Topic = ticket.Reference };
    }

    /// <summary>Contracts are counted in Paris, and so is their explanation; whoever lives by another clock is told so.</summary>
    private static IEnumerable<string> Why(TurnContext turn, Ticket ticket) => turn.Turn is { Door: Door.Slack } || (turn.Turn.Clock is { } clock && !clock.IsParisAt(turn.Now))
        ? WhyDeadline.Of(ticket).Select(line => line.In(turn.Tongue)).Append(turn.Words("Cards.WhyInParis"))
        : WhyDeadline.Of(ticket).Select(turn.In);

    private static async ValueTask<string> Timeline(TurnContext turn, Ticket ticket)
    {
        var rows = await turn.Store.Timeline(ticket.Id);
        var lines = rows.Select(row => row.ToHappening()).Where(happening => turn.Actor.MaySee(happening.What)).ToList();
        var heading = turn.Words(lines.Count > LongestTimeline ? "TicketDialog.LatestOf" : "TicketDialog.TimelineOf", ticket.Reference);
        var told = lines.TakeLast(LongestTimeline).Select(line => turn.In(HappeningWords.Of(line, turn.NameOf)));
        return string.Join('\n', told.Prepend(heading));
    }

    private static ValueTask ListCompany(TurnContext turn, Request request)
    {
        var company = turn.Directory.Client(turn.Actor.Client!)?.Name;
        var query = new TicketQuery(Client: turn.Actor.Client, OpenOnly: request.Verb == Verb.Tickets);
        return TicketLists.Show(
            turn, request, query, turn.Words($"TicketDialog.List.{request.Verb}", company), turn.Words($"TicketDialog.None.{request.Verb}", company));
    }

    /// <summary>« Oui » or « plus tard » in a thread is for whoever asked there, not a command.</summary>
    private static bool IsCommand(Heard heard) => heard is Heard.Command(var request, var isPlain)
        && request.Verb is < Verb.Yes or > Verb.Send
        && (isPlain || ActKind.Of(request.Verb) is not null);
}

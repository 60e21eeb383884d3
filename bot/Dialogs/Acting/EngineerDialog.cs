using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Dialogs.Acting;

/// <summary>What the desk's own people look at: the queue by deadline, and what waits for them.</summary>
internal static class EngineerDialog
{
    public static ValueTask Do(TurnContext turn, Request request) => request.Verb switch
    {
        Verb.Mine => List(turn, request, row => row.Assignee == turn.Who.Id, _ => true),
        Verb.Disputes => List(turn, request, row => row.Status is nameof(Status.OnHold) or nameof(Status.InProgress), ticket => ticket.IsDisputed),
        Verb.Breaches => List(turn, request, row => row.DueAt < turn.Now, ticket => ticket.StandingAt(turn.Now) == Standing.Missed),
        Verb.Unacknowledged =>
            TicketLists.Show(turn, request, Queue with { Status = nameof(Status.Open) }, Words(turn, request), None(turn, request)),
        _ => TicketLists.Show(turn, request, Queue, Words(turn, request), None(turn, request)),
    };

    private static TicketQuery Queue { get; } = new(OpenOnly: true, Order: TicketOrder.Deadline);

    private static ValueTask List(TurnContext turn, Request request, Predicate<TicketRow> mayHold, Predicate<Ticket> holds) =>
        TicketLists.ShowOpen(turn, mayHold, holds, Words(turn, request), None(turn, request));

    private static string Words(TurnContext turn, Request request) => turn.Words($"EngineerDialog.List.{request.Verb}");

    private static string None(TurnContext turn, Request request) => turn.Words($"EngineerDialog.None.{request.Verb}");
}

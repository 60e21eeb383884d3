using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Dialogs.Acting;

/// <summary>What the desk's own people look at: the queue by deadline, what waits for them, who is on call.</summary>
internal static class EngineerDialog
{
    public static ValueTask Do(TurnContext turn, Request request) => request.Verb switch
    {
        Verb.Mine => List(turn, request, row => row.Assignee == turn.Who.Id, _ => true),
        Verb.Disputes => List(turn, request, row => row.Status is nameof(Status.OnHold) or nameof(Status.InProgress), ticket => ticket.IsDisputed),
        Verb.Breaches => List(turn, request, row => row.DueAt < turn.Now, ticket => ticket.StandingAt(turn.Now) == Standing.Missed),
        Verb.Unacknowledged =>
            TicketLists.Show(turn, request, Queue with { Status = nameof(Status.Open) }, Words(turn, request), None(turn, request)),
        Verb.OnCall => TellWhoIsOnCall(turn),
        _ => TicketLists.Show(turn, request, Queue, Words(turn, request), None(turn, request)),
    };

    private static TicketQuery Queue { get; } = new(OpenOnly: true, Order: TicketOrder.Deadline);

    private static ValueTask List(TurnContext turn, Request request, Predicate<TicketRow> mayHold, Predicate<Ticket> holds) =>
        TicketLists.ShowOpen(turn, mayHold, holds, Words(turn, request), None(turn, request));

    private static string Words(TurnContext turn, Request request) => turn.Words($"EngineerDialog.List.{request.Verb}");

    private static string None(TurnContext turn, Request request) => turn.Words($"EngineerDialog.None.{request.Verb}");

    private static ValueTask TellWhoIsOnCall(TurnContext turn)
    {
        var rota = turn.Directory.Rota;
        var (onCall, next) = (rota.OnCall(turn.Now), rota.NextOnCall(turn.Now));
        string[] lines =
        [
            turn.Words("EngineerDialog.OnCall", Reach(onCall), rota.NextHandover(turn.Now)),
            turn.Words("EngineerDialog.NextOnCall", Reach(next)),
            turn.Words("EngineerDialog.Duty", string.Join(", ", rota.Duty.Select(Reach))),
        ];
        var isOpen = BusinessCalendar.French.IsOpen(turn.Now) && rota.Duty.Count > 0;
        turn.Say(string.Join('\n', isOpen ? lines : lines[..2]));
        return default;
    }

    private static string Reach(Engineer engineer) => engineer.Phones is [var phone, ..] ? $"{engineer.Name.Full} ({phone})" : engineer.Name.Full;
}

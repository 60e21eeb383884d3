using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Dialogs.Recognise;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using NodaTime;

namespace ChatSupport.Bot.Dialogs.OnCall;

/// <summary>
/// Who is on call, and what engineers agree about it: one takes over, hands over, swaps a night or gives it away; and whether a page
/// would reach them.
/// </summary>
internal static class OnCallDialog
{
    public static ValueTask Do(TurnContext turn, Request request) => request.Verb switch
    {
        Verb.TakeOver => UntilHandover(turn, (Engineer)turn.Who),
        Verb.HandOver => Night.Named(Utterance.Of(WordsOf(request)), turn.Directory) is { } engineer
            ? UntilHandover(turn, engineer)
            : AskWho(turn, request),
        Verb.GiveNight or Verb.SwapNight => Night.In(WordsOf(request), turn.Now, turn.Directory) switch
        {
            { Engineer: null } => AskWho(turn, request),
            { Engineer: { } engineer } night when request.Verb == Verb.GiveNight => StandIn(turn, engineer, night.From, night.To),
            { Engineer: { } engineer } when engineer.Id == turn.Who.Id => AskWho(turn, request),
            { Engineer: { } engineer } night => Swap(turn, engineer, night, request),
        },
        Verb.TestPage => TestPage(turn),
        _ => Tell(turn),
    };

    private static ValueTask UntilHandover(TurnContext turn, Engineer engineer) =>
        StandIn(turn, engineer, turn.Now, turn.Directory.Rota.NextHandover(turn.Now));

    /// <summary>The night of one of the two against the next night of the other.</summary>
    private static async ValueTask Swap(TurnContext turn, Engineer other, Night night, Request request)
    {
        var rota = turn.Directory.Rota;
        var (me, owner) = ((Engineer)turn.Who, rota.OnCall(night.From));
        var taker = owner.Id == me.Id ? other : me;
        if (owner.Id != me.Id && owner.Id != other.Id)
            Offer("OnCall.NotYours", night.From, owner.Name.Full);
        else if (Night.NextOf(taker, rota, turn.Now, not: night) is not { } inExchange)
            Offer("OnCall.NothingToSwap", taker.Name.Full);
        else
        {
            await StandIn(turn, taker, night.From, night.To);
            await StandIn(turn, owner, inExchange.From, inExchange.To);
        }

        void Offer(string entry, params ReadOnlySpan<object?> with) => turn.Offer(
            turn.Words(entry, with), new Choice(new Request(Verb.GiveNight, Detail: WordsOf(request).Trim()).ToChoice(), turn.Words("Dialogs.Do.GiveNight")));
    }

    private static async ValueTask StandIn(TurnContext turn, Engineer engineer, Instant from, Instant to)
    {
        await turn.Visit.StandIn(engineer, from, to, turn.Actor);
        turn.Notify(Tone.Good, "OnCall.StandsIn", engineer.Name.Full, from, to);
        await Warn(turn, engineer);
    }

    private static async ValueTask Warn(TurnContext turn, Engineer engineer)
    {
        foreach (var missing in ShiftReadiness.Of(engineer, await turn.Store.ChatReachOf(engineer, turn.Directory), turn.Ways))
            turn.Notify(Tone.Attention, missing);
    }

    /// <summary>Each of the others as a button that carries what was said so far.</summary>
    private static ValueTask AskWho(TurnContext turn, Request request)
    {
        var others = turn.Directory.Engineers.Where(engineer => engineer.Id != turn.Who.Id);
        turn.Offer(
            turn.Words("OnCall.Who"),
            others.Select(engineer => new Choice(new Request(request.Verb, Detail: $"{engineer.Id} {request.Text}".Trim()).ToChoice(), engineer.Name.Full)));
        return default;
    }

    /// <summary>The phone itself rings: what a page would do is seen only by doing it.</summary>
    private static async ValueTask TestPage(TurnContext turn)
    {
        if (turn.Who.Phones is not [var phone, ..] || !turn.Ways.Contains(Way.Phone))
        {
            turn.Notify(Tone.Refusal, turn.Who.Phones.Count == 0 ? "OnCall.NoNumber" : "OnCall.NoPhone");
            return;
        }
        await turn.Visit.Store.Enqueue(new OutboxRow(
            $"page:test:{turn.Who.Id}", Tray.Pages, nameof(Way.Phone), turn.Who.Id, TicketId: null, TestPages.Notice, "", NodaConstants.UnixEpoch, turn.Now));
        turn.Notify(Tone.Good, "OnCall.Testing", phone);
    }

    private static async ValueTask Tell(TurnContext turn)
    {
        var rota = turn.Directory.Rota;
        var (onCall, next) = (rota.OnCall(turn.Now), rota.NextOnCall(turn.Now));
        string[] lines =
        [
            turn.Words("OnCall.Now", Reach(onCall), rota.NextHandover(turn.Now)),
            turn.Words("OnCall.Next", Reach(next)),
            turn.Words("OnCall.Duty", string.Join(", ", rota.Duty.Select(Reach))),
        ];
        foreach (var engineer in new[] { onCall, next }.Distinct())
            await Warn(turn, engineer);
        var isOpen = BusinessCalendar.French.IsOpen(turn.Now) && rota.Duty.Count > 0;
        turn.Offer(
            string.Join('\n', isOpen ? lines : lines[..2]),
            [
                turn.Choice(Verb.TakeOver), turn.Choice(Verb.HandOver), turn.Choice(Verb.SwapNight), turn.Choice(Verb.GiveNight), turn.Choice(Verb.TestPage),
                .. turn.Ways.Contains(Way.Teams) ? [turn.Choice(Verb.Unreached)] : Array.Empty<Choice>(),
            ]);
    }

    private static string WordsOf(Request request) => $"{request.Detail} {request.Text}";

    private static string Reach(Engineer engineer) => engineer.Phones is [var phone, ..] ? $"{engineer.Name.Full} ({phone})" : engineer.Name.Full;
}

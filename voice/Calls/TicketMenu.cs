using ChatSupport.Desk.Tickets;

namespace ChatSupport.Voice.Calls;

/// <summary>Which incident the call is about. Whoever says nothing means the one that was found, or opened, when the call came in.</summary>
internal static class TicketMenu
{
    /// <summary>A number that opens more incidents than this in an hour is not believed any more; its calls join what is open.</summary>
    public const int IncidentsPerHour = 3;

    public static Turn Chosen(Call call, Step.Menu asked, string keys, Circumstances it) => keys switch
    {
        "" or "1" => LiveAttempt.Next(call, it),
        "2" when !call.HasOpened && MayOpen(call, it) => LiveAttempt.Next(call, it with { Ticket = null })
            .With(new Effect.Withdraw(), new Effect.TakeTicket(Another: true)),
        "3" => Turn.Of(call.At(new Step.Goodbye(Farewell.NotCritical)), new Effect.Withdraw(), new Effect.SendLink()),
        "4" => Turn.Of(call.At(new Step.AskNumber()), new Effect.TellLine(LineStep.Greeted)),
        { Length: > 1 } => Quoted(call, keys, it),
        _ => asked.Again ? LiveAttempt.Next(call, it) : Turn.Of(call.At(new Step.Menu(Again: true)), new Effect.TellLine(LineStep.Greeted)),
    };

    /// <summary>The same is said whether the number is theirs, somebody else's, or nobody's (E11, E12).</summary>
    public static Turn Quoted(Call call, string number, Circumstances it) =>
        number.Length == 0 ? LiveAttempt.Next(call, it) : LiveAttempt.Next(call, it).With(new Effect.QuoteTicket(number));

    private static bool MayOpen(Call call, Circumstances it) =>
        it.Lately.Count(earlier => earlier.HasOpened && earlier.Sid != call.Sid) < IncidentsPerHour;
}

using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Dialogs.Declaring;
using ChatSupport.Bot.Language;
using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Dialogs.Acting;

/// <summary>
/// Acts on a ticket, of contacts and engineers alike: what is missing is asked for, then the desk decides, and the ticket is shown as it
/// now stands. A button that came too late is answered with what happened meanwhile.
/// </summary>
internal static class ActDialog
{
    /// <summary>As a detail: the words are those that were kept when they were not understood.</summary>
    public const string KeptWords = "kept";

    /// <summary>After a detail: the desk's own sentence will do.</summary>
    private const string StandardWords = ":standard";

    /// <summary>Takes words for the act that waits for them; a command instead of words withdraws it.</summary>
    public static async ValueTask<bool> Hear(TurnContext turn, string text, Heard heard)
    {
        if (turn.State.Waiting is not { } waiting)
            return false;
        if (!Enum.TryParse<Verb>(waiting.Verb, out var verb) || ActKind.Of(verb) is not { } kind || Grammar.Of(verb, turn.Audience) is null)
            return Withdraw(turn);
        if (heard is Heard.Command { Request.Verb: Verb.Cancel })
        {
            Cancel(turn);
            return true;
        }

        var request = new Request(verb, waiting.Reference, waiting.Version, waiting.Detail, waiting.Text);
        if (waiting.Reference is null && heard is Heard.Command { Request: { Verb: Verb.Show, Subject: { } named } })
            await Do(turn, request with { Subject = named });
        else if (waiting.Reference is null || (heard is Heard.Command { IsPlain: true, Request: var other } && IsAnotherMatter(other)))
            return Withdraw(turn);
        else if (kind.Detail != Detail.None && waiting.Detail is null)
            await Do(turn, request with { Text = $"{text} {waiting.Text}".Trim() });
        else
            await Do(turn, request with { Text = text });
        return true;
    }

    /// <summary>Whatever waits for words is given up.</summary>
    public static void Cancel(TurnContext turn)
    {
        turn.Notify(Tone.Good, "TicketDialog.NothingSent");
        Withdraw(turn);
        DeclareDialog.Remind(turn);
    }

    public static async ValueTask Do(TurnContext turn, Request request)
    {
        if (ActKind.Of(request.Verb) is not { } kind)
            return;
        request = WithWords(turn, request);
        turn.State = turn.State with { Waiting = null };
        var isWordless = request.Detail?.EndsWith(StandardWords, StringComparison.Ordinal) == true;
        if (isWordless)
            request = request with { Detail = request.Detail![..^StandardWords.Length], Text = "" };

        if (await TicketDialog.Named(turn, request) is { } ticket)
            await Do(turn, kind, ActDetails.Read(kind.Detail, request with { Subject = ticket.Reference }, turn), ticket, isWordless);
        else if (request is { Subject: null, Text.Length: > 0 })
            WaitFor(turn, request);
        DeclareDialog.Remind(turn);
    }

    /// <summary>Takes an act's form, filled in. Sent twice it is done once, and both times the ticket is shown.</summary>
    public static async ValueTask Take(TurnContext turn, ActKind kind, Request form, IReadOnlyDictionary<string, FieldAnswer> answers)
    {
        if (await TicketDialog.Named(turn, form) is not { } ticket)
            return;
        if (!await ActForm.TakeIn(turn, form))
        {
            Show(turn, ticket, Tone.Attention, BotText.Say("ActForm.DoneBefore", ticket.Reference));
            return;
        }

        var request = ActDetails.Read(kind.Detail, ActForm.Read(kind, form, answers), turn);
        if (kind.Settles && await Staleness.Of(turn, request, ticket) is { } meanwhile)
        {
            Show(turn, ticket, Tone.Attention, meanwhile);
            return;
        }

        var isPossible = kind.IsPossible(TicketLifecycle.Of(ticket, turn.Actor).Possible);
        var answer = isPossible && ActForm.Objection(kind, request) is { } incomplete
            ? new Answer.Refused(incomplete)
            : await turn.Act(ticket.Reference, kind.Make(Complete(kind, request)));
        if (answer is not Answer.Refused { Refusal: var no })
        {
            Tell(turn, request, ticket, answer);
            return;
        }

        await ActForm.GiveBack(turn, form);
        if (no.Kind == RefusalKind.Invalid)
            ActForm.HandBack(turn, kind, form, ticket, answers, no);
        else
            Tell(turn, request, ticket, answer);
    }

    /// <summary>The words that were said before the button: those not understood then, or those of the act that waits for its other half.</summary>
    private static Request WithWords(TurnContext turn, Request request)
    {
        if (request.Detail == KeptWords)
        {
            var kept = turn.State.Kept ?? "";
            turn.State = turn.State with { Kept = null };
            return request with { Detail = null, Text = kept };
        }

        return request.Text.Length == 0 && turn.State.Waiting is { } waiting && waiting.Verb == request.Verb.ToString()
            && (waiting.Reference is null || waiting.Reference == request.Ticket)
                ? request with { Text = waiting.Text }
                : request;
    }

    private static async ValueTask Do(TurnContext turn, ActKind kind, Request request, Ticket ticket, bool isWordless)
    {
        var isPossible = kind.IsPossible(TicketLifecycle.Of(ticket, turn.Actor).Possible);
        if (kind.Settles && await Staleness.Of(turn, request, ticket) is { } meanwhile)
            Show(turn, ticket, Tone.Attention, meanwhile);
        else if (isPossible && turn.Turn.PrefersForms && ActForm.IsNeededFor(kind) && (request.Text.Length == 0 || kind.Detail != Detail.None) && !isWordless)
            ActForm.Hand(turn, kind, request, ticket);
        else if (isPossible && kind.Detail is not (Detail.None or Detail.Moment) && request.Detail is null)
            AskWhich(turn, kind, request, ticket);
        else if (isPossible && kind.Words != WordsFor.Unasked && request.Text.Length == 0 && !isWordless)
            AskForWords(turn, kind, request, ticket);
        else
            Tell(turn, request, ticket, await turn.Act(ticket.Reference, kind.Make(Complete(kind, request))));
    }

    /// <summary>An act that will be refused anyway needs no detail to be refused properly.</summary>
    private static Request Complete(ActKind kind, Request request) => kind.Detail switch
    {
        Detail.Fix when request.Detail is null => request with { Detail = nameof(Fix.Production) },
        Detail.Priority when request.Detail is null => request with { Detail = nameof(Desk.Contracts.Priority.P3) },
        _ => request,
    };

    private static void AskWhich(TurnContext turn, ActKind kind, Request request, Ticket ticket)
    {
        turn.Offer(
            turn.Words($"EngineerDialog.Which.{kind.Detail}", ticket.Reference),
            ActDetails.Choices(kind.Detail, request, ticket, turn).Select(choice => new Choice(
                (request with { Version = ticket.Version, Detail = choice.Detail }).ToChoice(), choice.Label.In(turn.Tongue))));
        WaitFor(turn, request);
    }

    private static void AskForWords(TurnContext turn, ActKind kind, Request request, Ticket ticket)
    {
        var wordless = request with { Version = request.Version ?? ticket.Version, Detail = request.Detail + StandardWords };
        var standard = new Choice(wordless.ToChoice(), turn.Words("EngineerDialog.StandardWords"));
        var ways = kind.Words == WordsFor.Offered ? new[] { standard } : [];
        turn.Offer(turn.Words($"TicketDialog.Ask.{request.Verb}", ticket.Reference), ways.Append(turn.Choice(Verb.Cancel)));
        WaitFor(turn, request);
    }

    private static void Tell(TurnContext turn, Request request, Ticket ticket, Answer answer)
    {
        if (answer is Answer.Accepted { Ticket: var now })
        {
            Show(turn, now, Tone.Good, BotText.Say(
                $"TicketDialog.Done.{Done(request.Verb, ticket, now)}", now.Reference, turn.NameOf(now.Assignee ?? ""), now.Priority, now.Proposed));
            return;
        }

        var no = ((Answer.Refused)answer).Refusal;
        if (no.Kind == RefusalKind.Invalid)
        {
            turn.Notify(Tone.Refusal, no.Fields.Values.FirstOrDefault() ?? no.Why);
            WaitFor(turn, request with { Text = "" });
            return;
        }

        Show(turn, ticket, Tone.Refusal, no.Why);
        if (turn.Actor.IsContact && ticket.Status == Status.Closed)
            DeclareDialog.OfferToFollow(turn, ticket, request.Text);
    }

    private static void Show(TurnContext turn, Ticket ticket, Tone tone, Sentence words)
    {
        turn.Notify(tone, words);
        turn.Show(ticket.Reference);
    }

    /// <summary>An engineer's first answer acknowledges (E27), and another priority is proposed before it is decided (1.11.6).</summary>
    private static string Done(Verb verb, Ticket before, Ticket now) => verb switch
    {
        Verb.Answer when before.Status == Status.Open => nameof(Verb.Acknowledge),
        Verb.Requalify when now.IsDisputed => "Propose",
        _ => verb.ToString(),
    };

    private static void WaitFor(TurnContext turn, Request request) => turn.State = turn.State with
    {
        Waiting = new Waiting(request.Verb.ToString(), request.Ticket, request.Version, request.Detail, request.Text),
        Topic = request.Ticket ?? turn.State.Topic,
    };

    private static bool Withdraw(TurnContext turn)
    {
        turn.State = turn.State with { Waiting = null };
        return false;
    }

    private static bool IsAnotherMatter(Request other) =>
        other.Subject is not null || (ActKind.Of(other.Verb) is null && other.Verb is < Verb.Yes or > Verb.Send);
}

using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Teams.Cards;
using ChatSupport.Bot.Teams.Kit;
using ChatSupport.Bot.Teams.Leaving;
using ChatSupport.Bot.Teams.Wire;
using ChatSupport.Bot.Wire;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Teams.Arriving;

/// <summary>
/// Whatever is clicked, looked at or opened in a window. It is answered with a card, always and at once: to an empty answer Teams replies
/// by clicking again.
/// </summary>
internal sealed class Invokes(TeamsPeople people, Strangers strangers, Conversations conversations, TicketCards cards, Store store)
{
    public async Task<TeamsAnswer> Take(Activity activity, CancellationToken stop)
    {
        var (data, inWindow) = activity.Name switch
        {
            "adaptiveCard/action" => (activity.Value.At("action", "data"), false),
            "task/fetch" or "task/submit" => (activity.Value.At("data"), true),
            _ => (null, false),
        };
        if (activity.Name is not ("adaptiveCard/action" or "task/fetch" or "task/submit") || activity.Who is not { } who)
            return TeamsAnswer.Unknown;
        var person = await people.Find(activity, stop);
        await people.Note(activity, person, stop);
        var click = Click.Read(data ?? default) ?? new Click(new Request(Verb.Menu).ToChoice(), "", null);
        if (person is null)
            return Show(await strangers.Answer(who, click, stop), strangers.TongueOf(who), inWindow);
        return await Take(activity, who, person, click, inWindow, stop);
    }

    private async Task<TeamsAnswer> Take(Activity activity, ChatIdentity who, Person person, Click click, bool inWindow, CancellationToken stop)
    {
        var address = TeamsAddress.Of(activity, who);
        var turn = new Turn(person, Door.Teams, address.ToString(), Deliveries.Of(activity, inWindow ? Deliveries.OnTheSpot : Deliveries.Click), click.ToInput())
        {
            PrefersForms = true,
            Clock = activity.Clock,
            Own = activity.Own,
        };
        // Whoever looks at a card changes nothing by it.
        var replies = IsGlance(click) ? [new Reply.Card(click.Request!.Ticket!)] : await conversations.Take(turn, stop);
        var tongue = await store.Ask(reader => reader.LanguageOf(person), stop);
        if (!inWindow && !ReplySink.IsAnsweredInPlace(turn, address))
            return TeamsAnswer.Card(Settled(click, tongue));
        var shown = replies.Count > 0 ? WithoutTheNew(replies, click) : click.Request?.Ticket is { } ticket ? [new Reply.Card(ticket)] : [];
        var tickets = await cards.Named(shown, person, tongue, stop);
        return Show([.. shown.Select(reply => Visible(reply, tickets, tongue))], tongue, inWindow, tickets, click);
    }

    /// <summary>A ticket that was just declared has its own card by now; the form that it came from becomes the words on it. One that was completed is itself again.</summary>
    private static IReadOnlyList<Reply> WithoutTheNew(IReadOnlyList<Reply> replies, Click click) =>
        click is { Inputs: not null, Request: { Verb: Verb.Form, Detail: null } } && replies.Any(reply => reply is Reply.Text) ? [.. replies.Where(reply => reply is not Reply.Card)] : replies;

    private static bool IsGlance(Click click) => click is { Inputs: null, Request: { Verb: Verb.Show, Ticket: not null } };

    /// <summary>A ticket that is not theirs is none.</summary>
    private static Reply Visible(Reply reply, IReadOnlyDictionary<string, TicketView> tickets, Tongue tongue) =>
        reply is Reply.Card { Reference: var reference } && !tickets.ContainsKey(reference)
            ? new Reply.Notice(Tone.Refusal, DeskText.Say("Refusals.Unknown", reference).In(tongue))
            : reply;

    /// <summary>What goes on in the conversation leaves this behind of the question.</summary>
    private static AdaptiveCard Settled(Click click, Tongue tongue)
    {
        var words = BotText.Say("Teams.Chosen", click.Said).In(tongue);
        return new AdaptiveCard(words, tongue, [.. Text.Of(words, subtle: true)], []);
    }

    private static TeamsAnswer Show(
        IReadOnlyList<Reply> replies, Tongue tongue, bool inWindow, IReadOnlyDictionary<string, TicketView>? tickets = null, Click? click = null)
    {
        tickets ??= new Dictionary<string, TicketView>(StringComparer.Ordinal);
        Choice[] back = click?.Request?.Ticket is { } ticket && !replies.Any(reply => reply is Reply.Card or Reply.Form)
            ? [new Choice(new Request(Verb.Show, ticket).ToChoice(), BotText.Say("Teams.Back", ticket).In(tongue))]
            : [];
        if (!inWindow)
            return TeamsAnswer.Card(replies.Count > 0 ? ReplyCard.Of(replies, tickets, tongue, back) : Settled(click!, tongue));
        return replies.OfType<Reply.Form>().LastOrDefault() is { } form
            ? TeamsAnswer.Window(form.Title, FormCard.Of(form, tongue, inWindow: true))
            : TeamsAnswer.Window(BotText.Say("Teams.Done").In(tongue), ReplyCard.Of(replies, tickets, tongue, back) with { Actions = [], Refresh = null });
    }
}

using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Dialogs.Acting;
using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Slack.Arriving;
using ChatSupport.Bot.Slack.Cards;
using ChatSupport.Bot.Slack.Declaring;
using ChatSupport.Bot.Slack.Leaving;
using ChatSupport.Bot.Slack.Wire;
using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Slack.Acting;

/// <summary>
/// Acts on a ticket by its card: one click where nothing needs saying, a modal where something does. A click that came too late is
/// answered with the truth, to whoever clicked and nobody else.
/// </summary>
internal sealed class Acts(ServiceDesk desk, LiveDirectory directory, Views views, SlackPeople people, TicketCards cards)
{
    public async Task Click(Person person, Interaction.Click click, Request request, ActKind kind, CancellationToken stop)
    {
        if (ActModal.IsNeededFor(kind))
            await views.Open(click, ActModal.View(ActState.New(request), request, kind, directory.Current, await people.TongueOf(person, stop)), stop);
        else if (await desk.Receive(visit => Act(visit, person, click, request, kind), stop) is { } answer && click.Place is null or { IsPrivate: true })
            await Show(person, click, answer, stop);
    }

    public async Task<SlackAnswer> Submit(Person person, OpenView view, CancellationToken stop)
    {
        if (ActState.Read(view.Metadata) is not { } state || Request.OfChoice(state.Choice) is not { } request || ActKind.Of(request.Verb) is not { } kind)
            return SlackAnswer.Close;
        var chosen = request with { Detail = Text(view, ActModal.InputOf(kind.Detail)) ?? request.Detail, Text = Text(view, ActModal.Words) ?? "" };
        if (ActModal.InputOf(kind.Detail) is { } input && chosen.Detail is null)
            return SlackAnswer.Close;
        var answer = await desk.Receive(visit => Once(visit, state.Nonce, person, chosen, kind), stop);
        if (answer is not Answer.Refused { Refusal: var no })
            return SlackAnswer.Close;
        var tongue = await people.TongueOf(person, stop);
        var errors = no.Fields.Where(field => view.Inputs.Contains(field.Key)).Select(field => (field.Key, field.Value.In(tongue, WallClock.OfTheDesk))).ToList();
        return errors.Count > 0
            ? SlackAnswer.Errors(errors)
            : SlackAnswer.Show(ActModal.View(state, request, kind, directory.Current, tongue, view.Answers, no.Why));
    }

    /// <returns>Null for a repeat: it was answered the first time.</returns>
    private static async ValueTask<Answer?> Act(Visit visit, Person person, Interaction.Click click, Request request, ActKind kind)
    {
        if (await visit.Store.TryDeliver(new DeliveryKey("slack:click", click.Id), "", visit.Now) is not null)
            return null;
        var answer = await Decide(visit, person, request, kind);
        if (answer is Answer.Refused { Refusal: var no } && click.Place is { IsPrivate: false } place)
        {
            var tongue = await visit.Store.LanguageOf(person);
            var address = new SlackAddress(click.Team, place.Channel, click.Who.User, IsPrivate: true);
            await visit.Store.Enqueue(new Said(
                address.ToString(), person.Id, tongue, place.Thread, [new Reply.Notice(Tone.Refusal, no.Why.In(tongue, Door.Slack))]).ToRow(visit.Now));
        }
        return answer;
    }

    /// <summary>The nonce is used up only when something was done: whoever is refused may correct and send again.</summary>
    private static async ValueTask<Answer?> Once(Visit visit, string nonce, Person person, Request request, ActKind kind)
    {
        var key = new DeliveryKey("slack:act", nonce);
        if (await visit.Store.TryDeliver(key, "", visit.Now) is not null)
            return null;
        var answer = await Decide(visit, person, request, kind);
        if (answer is Answer.Refused)
            await visit.Store.GiveBack(key);
        return answer;
    }

    /// <summary>What was possible when the button was offered, and still is, but would mean something else by now, is not done.</summary>
    private static async ValueTask<Answer> Decide(Visit visit, Person person, Request request, ActKind kind)
    {
        var actor = Actor.Of(person);
        if (kind.Settles && await visit.Find(request.Ticket ?? "", actor) is { } ticket && kind.IsPossible(TicketLifecycle.Of(ticket, actor).Possible)
            && await Staleness.Of(visit.Store, id => visit.Directory.Person(id)?.Name.Full ?? id, request, ticket) is { } meanwhile)
            return new Answer.Refused(new Refusal(RefusalKind.Stale, meanwhile));
        return await visit.Act(request.Ticket ?? "", kind.Make(request), actor, Door.Slack);
    }

    /// <summary>Where no card stands to be changed, the outcome is shown in a modal.</summary>
    private async Task Show(Person person, Interaction.Click click, Answer answer, CancellationToken stop)
    {
        var tongue = await people.TongueOf(person, stop);
        var view = answer switch
        {
            Answer.Accepted { Ticket: var ticket } => ResultModal.Of(cards.For(ticket, person, tongue), "Done", tongue),
            Answer.Refused { Refusal: var no } => ResultModal.Of(no.Why, tongue),
            _ => throw new ArgumentOutOfRangeException(nameof(answer)),
        };
        if (click.View is { IsModal: true } open)
            await views.Change(click.Team, open, view, stop);
        else
            await views.Open(click, view, stop);
    }

    private static string? Text(OpenView view, string? input) => input is not null && view.Answers.GetValueOrDefault(input) is FieldAnswer.One(var text) ? text : null;
}

using ChatSupport.Bot.Dialogs.Declaring;
using ChatSupport.Bot.Dialogs.Recognise;
using ChatSupport.Bot.Slack.Arriving;
using ChatSupport.Bot.Slack.Cards;
using ChatSupport.Bot.Slack.Kit;
using ChatSupport.Bot.Slack.Wire;
using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Slack.Declaring;

/// <summary>Declaring by modal: opened at once with what was said, changed as it is filled in, checked where it is wrong, and declared once.</summary>
internal sealed class Declarer(ServiceDesk desk, LiveDirectory directory, DeskClock clock, Views views, SlackPeople people, TicketCards cards)
{
    /// <summary>Opens the declaration for a named contact.</summary>
    /// <param name="said">What they said it was, if anything; what it tells is filled in.</param>
    /// <param name="link">Where it was said.</param>
    /// <returns>Why this person cannot declare; and whether Slack has opened the modal when they can.</returns>
    public async Task<(Sentence? Refusal, bool IsOpen)> Open(
        Person person, string team, string? trigger, CancellationToken stop, string said = "", string? link = null, string? followsUp = null)
    {
        if (ContextOf(person, out var why) is not { } context)
            return (why, false);
        var answers = Answers(said, link, person, context);
        var tongue = await people.TongueOf(person, stop);
        return (null, await views.Open(team, trigger, DeclareModal.View(DeclareState.New(followsUp), answers, context, tongue), stop));
    }

    /// <summary>Opens what began by phone, with what the call established.</summary>
    /// <returns>A sentence when there is nothing to complete; null when the modal is on its way.</returns>
    public async Task<Sentence?> Complete(Person person, string team, string? trigger, string begun, CancellationToken stop)
    {
        if (ContextOf(person, out var why) is not { } context)
            return why;
        if (await desk.Find(begun, Actor.Of(person), stop) is not { IsConfirmedByModel: false } ticket)
            return Language.BotText.Say("DeclareDialog.NothingToComplete", begun);
        var answers = Answers("", null, person, context);
        foreach (var (key, answer) in DraftReading.Begun(ticket.Declaration))
            answers[key] = answer;
        await views.Open(team, trigger, DeclareModal.View(DeclareState.New(null) with { Completes = begun }, answers, context, await people.TongueOf(person, stop)), stop);
        return null;
    }

    /// <summary>A choice was made on which other fields depend.</summary>
    public async Task Change(Person person, Interaction.Click click, CancellationToken stop)
    {
        if (click.View is { } view && DeclareState.Read(view.Metadata) is { } state && ContextOf(person, out _) is { } context)
            await views.Change(click.Team, view, DeclareModal.View(state, view.Answers, context, await people.TongueOf(person, stop)), stop);
    }

    public async Task<SlackAnswer> Submit(Person person, OpenView view, CancellationToken stop)
    {
        if (DeclareState.Read(view.Metadata) is not { } state || ContextOf(person, out _) is not { } context || person is not Contact contact)
            return SlackAnswer.Close;
        var tongue = await people.TongueOf(person, stop);
        // Errors are found before anything is written: only a declaration that is made uses its name up.
        if (IncidentForm.Form.Read(view.Answers, context) is { Declaration: null, Errors: var errors })
            return errors.Keys.All(view.Inputs.Contains)
                ? SlackAnswer.Errors(errors.Select(error => (error.Key, error.Value.In(tongue, WallClock.OfTheDesk))))
                : SlackAnswer.Show(DeclareModal.View(state, view.Answers, context, tongue));

        var origin = new Origin(Actor.Of(person), Door.Slack, new DeliveryKey("slack:declare", state.Nonce));
        var answer = state.Completes is { } begun
            ? await desk.Act(begun, new ConfirmModel(view.Answers), origin, stop)
            : await desk.Declare(new Declare(contact.ClientId, contact.Id, view.Answers, state.FollowsUp), origin, stop);
        return answer switch
        {
            Answer.Accepted { Ticket: var ticket } => SlackAnswer.Show(ResultModal.Of(cards.For(ticket, person, tongue), state.Completes is null ? "Declared" : "Completed", tongue)),
            Answer.Refused { Refusal: var no } => SlackAnswer.Show(ResultModal.Of(no.Why, tongue)),
            _ => SlackAnswer.Close,
        };
    }

    private DeclarationContext? ContextOf(Person person, out Sentence? why)
    {
        var client = person is Contact { ClientId: var id } ? directory.Current.Client(id) : null;
        why = client is null ? Language.BotText.Say("Slack.OnlyContactsDeclare")
            : client.Plan is null ? DeskText.Say("Refusals.NoOffer", client.Name)
            : null;
        return client?.Plan is { } plan ? new DeclarationContext(plan, client.Tenants, clock.Now) : null;
    }

    private static Dictionary<string, FieldAnswer> Answers(string said, string? link, Person person, DeclarationContext context)
    {
        var answers = said.Length == 0 ? [] : Facts.In(Utterance.Of(said), context).ToDictionary(StringComparer.Ordinal);
        if (said.Length > 0)
        {
            answers.TryAdd("title", FieldAnswer.Of(Marked.Fit(PlainText.OnOneLine(said), 200)));
            answers["description"] = FieldAnswer.Of(said);
        }
        if (link is not null)
            answers["evidence"] = FieldAnswer.Of(link);
        if (context.Tenants.Count == 1)
            answers.TryAdd("tenantId", FieldAnswer.Of(context.Tenants.First()));
        if (person.Phones is [var phone, ..])
            answers.TryAdd("callbackPhone", FieldAnswer.Of(phone));
        return answers;
    }
}

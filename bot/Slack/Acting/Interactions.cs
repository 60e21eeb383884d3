using ChatSupport.Bot.Dialogs.Acting;
using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Slack.Arriving;
using ChatSupport.Bot.Slack.Declaring;
using ChatSupport.Bot.Slack.Home;
using ChatSupport.Bot.Slack.Linking;
using ChatSupport.Bot.Slack.Talking;
using ChatSupport.Bot.Slack.Wire;
using ChatSupport.Desk.People;

namespace ChatSupport.Bot.Slack.Acting;

/// <summary>Hands whatever was clicked, chosen or submitted to whom it concerns.</summary>
internal sealed class Interactions(
    SlackPeople people, Linker linker, Declarer declarer, Acts acts, Talks talks, HomePage home, Views views)
{
    public async Task<SlackAnswer> Take(Interaction interaction, CancellationToken stop)
    {
        if (interaction is Interaction.Submission { View: { Callback: Linker.AskCallback or Linker.ProveCallback } } proof)
            return await linker.Submit(proof, stop);
        if (await people.Find(interaction.Who, stop) is { } person)
            return await Take(person, interaction, stop);
        await linker.Offer(interaction, stop);
        return SlackAnswer.Taken;
    }

    private async Task<SlackAnswer> Take(Person person, Interaction interaction, CancellationToken stop)
    {
        switch (interaction)
        {
            case Interaction.Submission { View: var view } submission:
                return view.Callback switch
                {
                    DeclareState.Callback => await declarer.Submit(person, view, stop),
                    ActState.Callback => await acts.Submit(person, view, stop),
                    TalkForm.Callback => await talks.Submit(person, submission, stop),
                    _ => SlackAnswer.Close,
                };
            case Interaction.Click click:
                await Click(person, click, stop);
                break;
            case Interaction.GlobalShortcut:
                await Declare(person, interaction, stop);
                break;
            case Interaction.MessageShortcut shortcut:
                await Declare(person, interaction, stop, shortcut.Text, shortcut.Link);
                break;
        }
        return SlackAnswer.Taken;
    }

    private Task Click(Person person, Interaction.Click click, CancellationToken stop)
    {
        if (click.View is { Callback: DeclareState.Callback })
            return declarer.Change(person, click, stop);
        if (HomePage.Chosen(click) is { } tongue)
            return home.Speak(person, click, tongue, stop);
        if (Request.OfChoice(click.Value ?? "") is not { } request)
            return talks.Choose(person, click, stop);
        if (request.Verb is Verb.Declare or Verb.Follow && person is Contact)
            return Declare(person, click, stop, followsUp: request.Verb == Verb.Follow ? request.Ticket : null);
        if (request is { Verb: Verb.Complete, Ticket: { } begun } && person is Contact)
            return Complete(person, click, begun, stop);
        return ActKind.Of(request.Verb) is { } kind && request is { Ticket: not null, Detail: null }
            ? acts.Click(person, click, request, kind, stop)
            : talks.Choose(person, click, stop);
    }

    private async Task Complete(Person person, Interaction.Click click, string begun, CancellationToken stop)
    {
        if (await declarer.Complete(person, click.Team, click.Trigger, begun, stop) is { } why)
            await views.Open(click, ResultModal.Of(why, await people.TongueOf(person, stop)), stop);
    }

    private async Task Declare(
        Person person, Interaction from, CancellationToken stop, string said = "", string? link = null, string? followsUp = null)
    {
        if (await declarer.Open(person, from.Team, from.Trigger, stop, said, link, followsUp) is { Refusal: { } why })
            await views.Open(from, ResultModal.Of(why, await people.TongueOf(person, stop)), stop);
    }
}

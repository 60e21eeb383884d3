using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Dialogs.Acting;
using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Slack.Arriving;
using ChatSupport.Bot.Slack.Cards;
using ChatSupport.Bot.Slack.Declaring;
using ChatSupport.Bot.Slack.Leaving;
using ChatSupport.Bot.Slack.Wire;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Slack.Talking;

/// <summary>
/// What people choose in the conversation. In a direct message it goes on there; anywhere else, where others would read along or nothing
/// can be posted, it goes on in a modal.
/// </summary>
internal sealed class Talks(Conversations conversations, Views views, SlackPeople people, TicketCards cards)
{
    public async Task Choose(Person person, Interaction.Click click, CancellationToken stop)
    {
        var address = AddressOf(click);
        var turn = new Turn(
            person, Door.Slack, address.ToString(), new DeliveryKey("slack:click", click.Id), new Input.Chosen(click.Value ?? click.Action))
        {
            About = address.IsPrivate ? Request.OfChoice(click.Value ?? "")?.Ticket : null,
        };
        var replies = await conversations.Take(turn, stop);
        var tongue = await people.TongueOf(person, stop);
        if (replies.OfType<Reply.Form>().FirstOrDefault() is { } form)
            await views.Open(click, TalkForm.View(form, address.ToString(), tongue), stop);
        else if (address.Channel is null && replies.Count > 0)
            await Show(person, click, replies, tongue, stop);
    }

    public async Task<SlackAnswer> Submit(Person person, Interaction.Submission submission, CancellationToken stop)
    {
        if (TalkForm.Read(submission.View.Metadata) is not { } form)
            return SlackAnswer.Close;
        // The form knows itself what was sent twice; this tells one sending from the next.
        var delivery = new DeliveryKey("slack:form", submission.Trigger ?? submission.View.Id);
        var replies = await conversations.Take(
            new Turn(person, Door.Slack, form.Conversation, delivery, new Input.Filled(form.Form, submission.View.Answers)), stop);
        if (replies.OfType<Reply.Form>().FirstOrDefault() is not { } again)
            return SlackAnswer.Close;
        return again.Errors.Count > 0 && again.Errors.Keys.All(submission.View.Inputs.Contains)
            ? SlackAnswer.Errors(again.Errors.Select(error => (error.Key, error.Value)))
            : SlackAnswer.Show(TalkForm.View(again, form.Conversation, await people.TongueOf(person, stop)));
    }

    private async Task Show(Person person, Interaction.Click click, IReadOnlyList<Reply> replies, Tongue tongue, CancellationToken stop)
    {
        var view = ResultModal.Of(ReplyBlocks.Of(replies, await cards.Named(replies, person, tongue, stop), tongue), tongue);
        if (click.View is { IsModal: true } open)
            await views.Change(click.Team, open, view, stop);
        else
            await views.Open(click, view, stop);
    }

    /// <summary>Words that were kept in a channel are put to use there.</summary>
    private static SlackAddress AddressOf(Interaction.Click click) => click.Place switch
    {
        { IsPrivate: true } place when Request.OfChoice(click.Value ?? "")?.Detail == ActDialog.KeptWords =>
            new SlackAddress(click.Team, place.Channel, click.Who.User, IsPrivate: true),
        { IsPrivate: false, Channel: ['D', ..] } place => new SlackAddress(click.Team, place.Channel, click.Who.User, IsPrivate: false),
        _ => new SlackAddress(click.Team, null, click.Who.User, IsPrivate: false),
    };
}

using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Dialogs.Recognise;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Slack.Cards;
using ChatSupport.Bot.Slack.Declaring;
using ChatSupport.Bot.Slack.Kit;
using ChatSupport.Bot.Slack.Leaving;
using ChatSupport.Bot.Slack.Linking;
using ChatSupport.Bot.Slack.Wire;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Slack.Arriving;

/// <summary>What people type after a slash: <c>/incident</c> opens the declaration, <c>/support</c> is the conversation in one line.</summary>
internal sealed class Commands(SlackPeople people, Strangers strangers, Declarer declarer, Conversations conversations, TicketCards cards)
{
    private static readonly IReadOnlyDictionary<string, Card> NoCards = new Dictionary<string, Card>(StringComparer.Ordinal);

    public async Task<SlackAnswer> Take(SlashCommand command, CancellationToken stop)
    {
        if (await people.Find(command.Who, stop) is not { } person)
            return strangers.Answer(command.Who);
        if (command.Name == "/incident")
            return await Declare(person, command, command.Text, stop);
        return Hearing.Of(Utterance.Of(command.Text), Audiences.Of(person)) is Heard.Command { Request: { Verb: Verb.Declare } asked }
            ? await Declare(person, command, asked.Text, stop)
            : await Converse(person, command, stop);
    }

    private async Task<SlackAnswer> Declare(Person person, SlashCommand command, string said, CancellationToken stop)
    {
        var (refusal, isOpen) = await declarer.Open(person, command.Who.Realm, command.Trigger, stop, said);
        if (isOpen)
            return SlackAnswer.Taken;
        var why = refusal ?? BotText.Say("Slack.FormLate");
        return Say([new Reply.Notice(Tone.Refusal, why.In(await people.TongueOf(person, stop), Door.Slack))], NoCards, person.Tongue);
    }

    private async Task<SlackAnswer> Converse(Person person, SlashCommand command, CancellationToken stop)
    {
        var conversation = new SlackAddress(command.Who.Realm, null, command.Who.User, IsPrivate: false).ToString();
        var said = new Input.Words(command.Text.Length > 0 ? command.Text : person is Contact ? "tickets" : "queue");
        var replies = await conversations.Take(new Turn(person, Door.Slack, conversation, new DeliveryKey("slack:command", command.Trigger), said), stop);
        var tongue = await people.TongueOf(person, stop);
        return replies.Count == 0 ? SlackAnswer.Taken : Say(replies, await cards.Named(replies, person, tongue, stop), tongue);
    }

    private static SlackAnswer Say(IReadOnlyList<Reply> replies, IReadOnlyDictionary<string, Card> cards, Tongue tongue) =>
        SlackAnswer.Say(SlackMessage.Of(ReplyBlocks.Fallback(replies, cards), ReplyBlocks.Of(replies, cards, tongue)));
}

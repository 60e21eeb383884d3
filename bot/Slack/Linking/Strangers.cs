using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Slack.Arriving;
using ChatSupport.Bot.Slack.Cards;
using ChatSupport.Bot.Slack.Kit;
using ChatSupport.Bot.Slack.Leaving;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;

namespace ChatSupport.Bot.Slack.Linking;

/// <summary>What people hear whom the desk does not know: the same for everybody, and a way to prove who they are.</summary>
internal sealed class Strangers(SlackPeople people)
{
    public const string LinkButton = "link";

    /// <summary>In answer to a command.</summary>
    public SlackAnswer Answer(ChatIdentity who)
    {
        var (replies, tongue) = Words(who, "Stranger");
        var cards = new Dictionary<string, Card>(StringComparer.Ordinal);
        return SlackAnswer.Say(SlackMessage.Of(ReplyBlocks.Fallback(replies, cards), ReplyBlocks.Of(replies, cards, tongue)));
    }

    /// <summary>In a conversation; where others read along, for their eyes alone.</summary>
    /// <param name="under">The thread they spoke in.</param>
    public Said Said(ChatIdentity who, string team, string channel, string? under)
    {
        var (replies, tongue) = Words(who, under is null ? "Stranger" : "StrangerInThread");
        return new(new SlackAddress(team, channel, who.User, IsPrivate: !channel.StartsWith('D')).ToString(), null, tongue, under, replies);
    }

    private (IReadOnlyList<Reply> Replies, Tongue Tongue) Words(ChatIdentity who, string entry)
    {
        var tongue = people.TongueIn(who.Realm);
        return ([new Reply.Choices(BotText.Say($"Linking.{entry}").In(tongue), [new Choice(LinkButton, BotText.Say("Linking.Button").In(tongue))])], tongue);
    }
}

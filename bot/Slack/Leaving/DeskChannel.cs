using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Watch;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Bot.Slack.Leaving;

/// <summary>The desk's channel in Slack.</summary>
internal sealed class DeskChannel(LiveDirectory directory) : IDeskChannel
{
    public Way Way => Way.Slack;

    public OutboxRow? Saying(Sentence words, Instant at) => directory.Current.Places.Slack is { } place
        ? new Said(
            new SlackAddress(place.Workspace, place.Channel, User: "", IsPrivate: false).ToString(), Person: null, Tongue.French, Under: null,
            [new Reply.Notice(Tone.Attention, words.In(Tongue.French, Door.Slack))]).ToRow(at)
        : null;
}

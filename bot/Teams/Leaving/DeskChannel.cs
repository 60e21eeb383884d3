using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Teams.Wire;
using ChatSupport.Bot.Watch;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using NodaTime;

namespace ChatSupport.Bot.Teams.Leaving;

/// <summary>The desk's channel in Teams.</summary>
internal sealed class DeskChannel(LiveDirectory directory) : IDeskChannel
{
    public Way Way => Way.Teams;

    public OutboxRow? Saying(Sentence words, Instant at) => directory.Current.Places.Teams is { } place
        ? new Said(
            new TeamsAddress(place.Tenant, User: "", ConversationKind.Channel, place.Channel).ToString(), Person: null, Tongue.French,
            [new Reply.Notice(Tone.Attention, words.In(Tongue.French, WallClock.OfTheDesk))]).ToRow(at)
        : null;
}

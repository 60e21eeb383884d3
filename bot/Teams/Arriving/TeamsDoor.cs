using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Teams.Cards;
using ChatSupport.Bot.Teams.Kit;
using ChatSupport.Bot.Teams.Leaving;
using ChatSupport.Bot.Teams.Wire;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Teams.Arriving;

/// <summary>
/// Takes in whatever Teams delivers. What is answered as taken is durable; what could not be made so in time is answered as not taken, and
/// whoever sent or clicked is told.
/// </summary>
internal sealed class TeamsDoor(Messages messages, Invokes invokes, Installs installs, TicketCards cards, TeamsPeople people, Strangers strangers, Store store, TimeProvider time)
{
    /// <summary>Teams waits some ten seconds for an answer to a click, and then clicks again.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4.5);

    public async Task<TeamsAnswer> Take(Activity activity, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            return await Dispatch(activity, either.Token).WaitAsync(either.Token);
        }
        catch (Exception late) when (late is StoreUnavailableException || (late is OperationCanceledException && limit.IsCancellationRequested))
        {
            return activity.Type == "invoke" ? TryAgain(activity) : TeamsAnswer.NotNow;
        }
    }

    private async Task<TeamsAnswer> Dispatch(Activity activity, CancellationToken stop)
    {
        switch (activity.Type)
        {
            case "message":
                return await Answer(activity, await messages.Take(activity, stop), stop);
            case "invoke":
                return await invokes.Take(activity, stop);
            case "messageUpdate":
                await messages.Amend(activity, stop);
                break;
            case "conversationUpdate" or "installationUpdate":
                await installs.Take(activity, stop);
                break;
        }
        // A reaction is no word, and a deletion takes none back.
        return TeamsAnswer.Taken;
    }

    private async Task<TeamsAnswer> Answer(Activity activity, IReadOnlyList<Reply> replies, CancellationToken stop)
    {
        if (!activity.ExpectsReplies || activity.Who is not { } who)
            return TeamsAnswer.Taken;
        var person = await people.Find(activity, stop);
        var tongue = person is null ? strangers.TongueOf(who) : await store.Ask(reader => reader.LanguageOf(person), stop);
        var tickets = person is null ? new Dictionary<string, TicketView>(StringComparer.Ordinal) : await cards.Named(replies, person, tongue, stop);
        return TeamsAnswer.Replies(Said.Messages(TeamsAddress.Of(activity, who), person?.Id, tongue, replies)
            .Select(said => OutgoingActivity.Of(said.Replies, tickets, tongue)));
    }

    private TeamsAnswer TryAgain(Activity activity)
    {
        var tongue = strangers.TongueOf(activity.Who ?? default);
        var words = BotText.Say("Teams.TryAgain").In(tongue);
        var card = new AdaptiveCard(words, tongue, [.. Text.Of(words)], []);
        return activity.Name == "adaptiveCard/action" ? TeamsAnswer.Card(card) : TeamsAnswer.Window(words, card);
    }
}

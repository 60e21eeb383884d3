using System.Text.Json;
using ChatSupport.Bot.Slack.Acting;
using ChatSupport.Bot.Slack.Home;
using ChatSupport.Bot.Slack.Install;
using ChatSupport.Bot.Slack.Wire;
using ChatSupport.Bot.Wire;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Slack.Arriving;

/// <summary>
/// Takes in whatever Slack delivers, over HTTP or over a socket. What is answered as taken is durable; what could not be made so in time
/// is answered as not taken, and comes again.
/// </summary>
internal sealed class SlackDoor(Commands commands, Interactions interactions, Messages messages, HomePage home, Installations installations, TimeProvider time)
{
    /// <summary>Slack waits three seconds, the way there and back included.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2.5);

    public Task<SlackAnswer> Command(SlashCommand command, CancellationToken stop) => InTime(limit => commands.Take(command, limit), stop);

    public Task<SlackAnswer> Interact(JsonElement payload, CancellationToken stop) => Interaction.Read(payload) is { } interaction
        ? InTime(limit => interactions.Take(interaction, limit), stop)
        : Task.FromResult(SlackAnswer.Taken);

    public Task<SlackAnswer> Event(JsonElement body, CancellationToken stop) => EventDelivery.Read(body) is { } delivery
        ? InTime(async limit =>
        {
            await Take(delivery, limit);
            return SlackAnswer.Taken;
        }, stop)
        : Task.FromResult(SlackAnswer.Taken);

    private Task Take(EventDelivery delivery, CancellationToken stop) => delivery.Type switch
    {
        "message" => messages.Take(delivery, stop),
        "app_mention" => messages.Mention(delivery, stop),
        "app_home_opened" when delivery.Event.Text("tab") != "messages" => home.Show(delivery, stop),
        "app_uninstalled" => installations.Forget(delivery.Team),
        "tokens_revoked" when delivery.Event.Items("tokens", "bot").Any() => installations.Forget(delivery.Team),
        _ => Task.CompletedTask,
    };

    private async Task<SlackAnswer> InTime(Func<CancellationToken, Task<SlackAnswer>> take, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            return await take(either.Token).WaitAsync(either.Token);
        }
        catch (Exception late) when (late is StoreUnavailableException || (late is OperationCanceledException && limit.IsCancellationRequested))
        {
            return SlackAnswer.NotNow;
        }
    }
}

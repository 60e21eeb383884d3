using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Teams.Leaving;
using ChatSupport.Bot.Teams.Wire;
using ChatSupport.Bot.Wire;
using ChatSupport.Desk;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Teams.Arriving;

/// <summary>The bot comes to people, chats and teams, and goes. Who has it is greeted once; who removes it is forgotten.</summary>
internal sealed class Installs(TeamsPeople people, Strangers strangers, Conversations conversations, ServiceDesk desk)
{
    public async Task Take(Activity activity, CancellationToken stop)
    {
        if (activity.DeletedChannel is not null)
            await people.Forget(activity, stop);
        else if (IsFarewell(activity))
            await Leave(activity, stop);
        else if (activity.Tenant.Length > 0)
            await Arrive(activity, stop);
    }

    private async Task Leave(Activity activity, CancellationToken stop)
    {
        await people.Forget(activity, stop);
        await desk.Receive(async visit =>
        {
            await visit.Store.GiveBack(HelloTo(activity));
            return activity;
        }, stop);
    }

    /// <summary>Alone with somebody it says hello; among several it learns who they are, and who joins them.</summary>
    private async Task Arrive(Activity activity, CancellationToken stop)
    {
        var person = await people.Find(activity, stop);
        await people.Note(activity, person, stop);
        if (activity.Kind == ConversationKind.Personal && IsArrival(activity))
            await Greet(activity, person, stop);
        else if (activity.Kind != ConversationKind.Personal && (IsArrival(activity) || activity.Json.Items("membersAdded").Any()))
            await desk.Receive(async visit =>
            {
                await visit.Store.Enqueue(Roster.Of(activity.Tenant, activity.Base, visit.Now));
                return activity;
            }, stop);
    }

    /// <summary>Both kinds of news come for one installation.</summary>
    private async Task Greet(Activity activity, Person? person, CancellationToken stop)
    {
        if (activity.Who is not { } who)
            return;
        if (person is not null)
        {
            await conversations.Take(
                new Turn(person, Desk.Tickets.Door.Teams, TeamsAddress.Of(activity, who).ToString(), HelloTo(activity), new Input.Chosen(new Request(Verb.Menu).ToChoice())), stop);
            return;
        }
        await desk.Receive(async visit =>
        {
            if (await visit.Store.TryDeliver(HelloTo(activity), "", visit.Now) is null)
                foreach (var said in Said.Messages(TeamsAddress.Of(activity, who), null, strangers.TongueOf(who), strangers.Greeting(who)))
                    await visit.Store.Enqueue(said.ToRow(visit.Now));
            return activity;
        }, stop);
    }

    private static DeliveryKey HelloTo(Activity activity) => new("teams:hello", activity.Conversation);

    private static bool IsArrival(Activity activity) => activity.Type == "installationUpdate"
        ? activity.Json.Text("action")?.StartsWith("add", StringComparison.OrdinalIgnoreCase) == true
        : Names(activity, "membersAdded");

    private static bool IsFarewell(Activity activity) => activity.Type == "installationUpdate"
        ? activity.Json.Text("action")?.StartsWith("remove", StringComparison.OrdinalIgnoreCase) == true
        : Names(activity, "membersRemoved") || activity.Json.Text("channelData", "eventType") == "teamDeleted";

    /// <summary>Whether the bot itself is among them.</summary>
    private static bool Names(Activity activity, string members) =>
        activity.Json.Items(members).Any(member => member.Text("id") is { } id && id == activity.Recipient.Id);
}

using ChatSupport.Bot.Linking;
using ChatSupport.Bot.Teams.Client;
using ChatSupport.Bot.Teams.Leaving;
using ChatSupport.Bot.Teams.Wire;
using ChatSupport.Bot.Wire;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using NodaTime;

namespace ChatSupport.Bot.Teams.Arriving;

/// <summary>Learns how the bot calls the desk's and the client's people in a team or a chat it has come to. Nobody else is kept.</summary>
internal sealed class Roster(Posting posting, ChatPeople people, Store store) : ILetter
{
    private const string Name = "TeamsRoster";
    private const int MostPages = 100;

    public string Notice => Name;

    public static OutboxRow Of(string tenant, string conversation, Instant now) => new(
        $"{Way.Teams}:{tenant}/{conversation}", Tray.Rest, nameof(Way.Teams), $"{tenant}/{conversation}", TicketId: null, Name, $"{tenant}/{conversation}",
        NotBefore: NodaConstants.UnixEpoch, CreatedAt: now);

    public async Task<Sending> Send(OutboxRow row, CancellationToken stop)
    {
        var (tenant, conversation) = row.Arguments.Split('/', 2) is [var realm, var name] ? (realm, name) : default;
        string? next = null;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await posting.Members(tenant, conversation, next, stop);
            if (answer is not ConnectorAnswer.Ok { Json: var json })
                return answer.ToSending();
            foreach (var member in json.Items("members").Select(Account.Of))
                await Note(tenant, member, stop);
            next = json.Text("continuationToken");
            if (next is null)
                break;
        }
        return new Sending.Sent();
    }

    private async Task Note(string tenant, Account member, CancellationToken stop)
    {
        if (member is { AadObjectId: { } user, Id.Length: > 0 } && await people.Find(new ChatIdentity(ChatService.Teams, tenant, user), stop) is { } person)
            await store.Write(session => session.NoteTeamsUser(person.Id, tenant, member.Id), stop);
    }
}

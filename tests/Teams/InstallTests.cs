using System.Text.Json.Nodes;
using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Carriers;
using Microsoft.Extensions.DependencyInjection;
using static ChatSupport.Tests.Teams.TeamsStory;

namespace ChatSupport.Tests.Teams;

/// <summary>The bot comes to teams and goes; it learns whom of the desk's and the clients' people it meets there.</summary>
public sealed class InstallTests
{
    private const string General = "19:general@thread.tacv2";
    private static readonly TeamsSpot Team = new(General, "channel", "desk-team");

    [Fact]
    public async Task In_a_team_it_learns_who_is_there_page_by_page_and_who_joins_later()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        story.Connector.Members[General] = [(Stranger.Id, Stranger.User), (Nadia.Id, Nadia.User)];
        Assert.Equal(200, (await story.Hand.Installs(Sylvie, Team)).Status);
        await story.HasLeft();
        Assert.Equal([Nadia.Id], await Known(story, "nadia.benali"));

        story.Connector.Members[General] = [(Nadia.Id, Nadia.User), (Claire.Id, Claire.User), (Sylvie.Id, Sylvie.User)];
        Assert.Equal(200, (await story.Hand.Sends(Update(story, "teamMemberAdded", update => update["membersAdded"] = new JsonArray(new JsonObject { ["id"] = Sylvie.Id })))).Status);
        await story.HasLeft();
        Assert.Equal([Sylvie.Id], await Known(story, "sylvie.roux"));
        Assert.Empty(await Known(story, "claire.morel"));
    }

    [Fact]
    public async Task A_channel_that_is_deleted_is_forgotten_alone_and_a_team_with_all_of_its_own()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        await story.Hand.Installs(Nadia, Team);
        await story.Hand.Installs(Nadia, Team with { Conversation = DeskChannel });

        await story.Hand.Sends(Update(story, "channelDeleted", update => update["channelData"]!["channel"] = new JsonObject { ["id"] = DeskChannel }));
        Assert.Null(await Kept(story, DeskChannel));
        Assert.NotNull(await Kept(story, General));

        await story.Hand.Sends(Update(story, "teamDeleted"));
        Assert.Null(await Kept(story, General));
    }

    private static JsonObject Update(TeamsStory story, string kind, Action<JsonObject>? also = null)
    {
        var update = story.Hand.Activity(Nadia, "conversationUpdate", Team);
        update["channelData"]!["eventType"] = kind;
        also?.Invoke(update);
        return update;
    }

    private static Task<IReadOnlyList<string>> Known(TeamsStory story, string person) => Read(story, reader => reader.TeamsUsersOf([person]));

    private static Task<TeamsConversationRow?> Kept(TeamsStory story, string conversation) => Read(story, reader => reader.TeamsConversation(Nadia.Tenant, conversation));

    private static Task<T> Read<T>(TeamsStory story, Func<Reader, ValueTask<T>> read) => story.Desk.Services.GetRequiredService<Store>().Read(read, TestContext.Current.CancellationToken);
}

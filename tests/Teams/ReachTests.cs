using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Carriers;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static ChatSupport.Tests.Teams.TeamsStory;

namespace ChatSupport.Tests.Teams;

/// <summary>In Teams a bot speaks only to people who have added it. Who has not is known before anything has to be told, and told another way.</summary>
public sealed class ReachTests
{
    private const string NadiasNight = "2026-12-01T22:00:00+01:00";

    [Fact]
    public async Task Whoever_has_not_added_the_bot_is_named_before_anything_has_to_be_told()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        await story.Joins(Sylvie);
        await story.Hand.Writes(Sylvie, "absents de Teams");
        var before = await story.Connector.Says(Sylvie.Chat);
        Assert.Contains("Nadia Benali (le service) : par e-mail, nadia.benali@desk.example", before.Words);
        Assert.Contains("Claire Morel (Borealis Énergie)", before.Words);
        Assert.DoesNotContain("Sylvie Roux", before.Words);

        await story.Joins(Nadia);
        await story.Joins(Claire);
        await story.Hand.Writes(Sylvie, "who can be reached");
        var after = await story.Connector.Says(Sylvie.Chat);
        Assert.DoesNotContain("Nadia Benali", after.Words);
        Assert.DoesNotContain("Claire Morel", after.Words);
        await story.IsOver();
    }

    [Fact]
    public async Task Whoever_is_on_call_and_has_not_added_the_bot_is_named_beside_the_rota()
    {
        await using var story = await At(NadiasNight);
        await story.Joins(Sylvie);
        await story.Hand.Writes(Sylvie, "astreinte");
        Assert.Contains("Nadia Benali n’a pas ajouté le bot dans Teams", (await story.Connector.Says(Sylvie.Chat)).Words);

        await story.Joins(Nadia);
        await story.Hand.Writes(Sylvie, "astreinte");
        Assert.DoesNotContain("Nadia Benali n’a pas", (await story.Connector.Says(Sylvie.Chat)).Words);
    }

    [Fact]
    public async Task A_page_by_chat_goes_by_mail_to_whoever_has_not_added_the_bot_and_to_Teams_once_they_have()
    {
        await using var story = await At(NadiasNight);
        var first = await story.Desk.Declares("claire.morel");
        await story.Desk.Does(first, "call", "sylvie.roux");
        await story.Desk.ItIsLaterBy("PT1M");
        await story.HasLeft();
        Assert.Contains((await story.Desk.Sent()).Items, mail => mail.To == "nadia.benali@desk.example" && mail.Ticket == first.Reference);
        story.Connector.Spares(Nadia);

        await story.Joins(Nadia);
        var second = await story.Desk.Declares("claire.morel");
        await story.Desk.Does(second, "call", "sylvie.roux");
        await story.Desk.ItIsLaterBy("PT1M");
        await story.Connector.Says(Nadia.Chat, second.Reference);
    }

    [Fact]
    public async Task An_engineer_who_has_proven_their_account_is_told_there()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var tom = new TeamsPerson(AzureCarrier.BotTenant, "6a9f0b52-0000-4000-8000-000000000703", "Tom Lefèvre");
        await story.Desk.Services.GetRequiredService<Store>().Write(session => session.Link(new ChatIdentity(ChatService.Teams, tom.Tenant, tom.User), "tom.lefevre", Instant.MinValue), TestContext.Current.CancellationToken);
        await story.Joins(tom);
        var ticket = await story.Desk.Declares("claire.morel");

        await story.Desk.Does(ticket, "assign", "sylvie.roux", null, ("to", "tom.lefevre"));

        await story.Connector.Says(tom.Chat, ticket.Reference);
    }
}

using System.Text.Json.Nodes;
using ChatSupport.Desk;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Carriers;
using Microsoft.Extensions.DependencyInjection;
using static ChatSupport.Tests.Teams.TeamsStory;

namespace ChatSupport.Tests.Teams;

/// <summary>What began by phone is completed where its card stands, on the card itself or in a window.</summary>
public sealed class CompletingTests
{
    private const string InWindow = "Remplir le formulaire dans une fenêtre";

    [Fact]
    public async Task On_its_card_the_form_takes_its_place_and_gives_it_back()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var card = await Calls(story);

        var form = await story.Hand.Clicks(Claire, card, "Compléter la déclaration");
        Assert.Contains("Compléter la déclaration de INC-000001", form.Words);
        var left = await story.Hand.Clicks(Claire, form.Card, "Annuler");
        Assert.Contains("Compléter la déclaration", left.Card.Buttons);

        var again = await story.Hand.Clicks(Claire, left.Card, "Compléter la déclaration");
        var done = await story.Hand.Clicks(Claire, again.Card, "Envoyer", null, [.. Answers, .. Conditional]);
        Assert.Contains("La déclaration de INC-000001 est complète", done.Words);
        Assert.Contains("Toutes les instances de fr1", done.Words);
        Assert.Contains("Répondre", done.Card.Buttons);
        Assert.DoesNotContain("Compléter la déclaration", done.Card.Buttons);
    }

    [Theory]
    [InlineData("français", "Compléter la déclaration de INC-000001", InWindow, "est complète")]
    [InlineData("english", "Complete the declaration of INC-000001", "Fill in the form in a window", "is complete")]
    public async Task In_a_window_too(string language, string title, string button, string complete)
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        await story.Joins(Claire);
        await story.Hand.Writes(Claire, language);
        await story.Connector.Says(Claire.Chat);
        var card = await Calls(story);
        var data = JsonObject.Create(card.Button(button))!["data"]!.DeepClone();

        var window = await story.Hand.Invokes(Claire, "task/fetch", new JsonObject { ["data"] = data });
        Assert.Equal(title, window.Json.GetProperty("task").GetProperty("value").GetProperty("title").GetString());
        var sent = await story.Hand.Submits(Claire, window.Card, [.. Answers, .. Conditional]);

        Assert.Contains(complete, sent.Words);
        Assert.Equal("Toutes les instances de fr1 sont injoignables", (await story.Desk.Sees("INC-000001")).Title);
    }

    [Fact]
    public async Task A_declaration_under_way_is_not_lost_by_it()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        await story.Joins(Claire);
        var card = await Calls(story);
        await story.Hand.Writes(Claire, "nos volumes de fr2 sont dégradés depuis 9 h 10 en préproduction");
        await story.Connector.Says(Claire.Chat, "Question");

        var asked = await story.Hand.Clicks(Claire, card, "Compléter la déclaration");

        Assert.Contains("fr2", asked.Words);
        Assert.Contains("Continuer", asked.Card.Buttons);
    }

    /// <summary>Claire has phoned about a P1, and the desk knows no more of it; her card, as she asks for it.</summary>
    private static async Task<TeamsCard> Calls(TeamsStory story)
    {
        await story.Desk.Services.GetRequiredService<ServiceDesk>().Receive(visit => visit.TakeCall(
            new ClientCall("borealis", "claire.morel", "+33639980101", new Called(visit.Now, "CA1", CallerProof.CallerId)), another: false));
        var shown = await story.Hand.Writes(Claire, "INC-000001", also: activity => activity["deliveryMode"] = "expectReplies");
        return new TeamsCard(shown.Json.GetProperty("activities")[0].GetProperty("attachments")[0].GetProperty("content"));
    }
}

using System.Text.Json.Nodes;
using ChatSupport.Tests.Carriers;
using static ChatSupport.Tests.Teams.TeamsStory;

namespace ChatSupport.Tests.Teams;

/// <summary>What a contact does in their own chat with the bot.</summary>
public sealed class ContactTests
{
    [Fact]
    public async Task Whoever_adds_the_bot_is_greeted_once_in_their_language()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var greeting = await story.Joins(Claire);
        Assert.Contains("Bonjour Claire", greeting.Words);

        var update = story.Hand.Activity(Claire, "conversationUpdate");
        update["membersAdded"] = new JsonArray(new JsonObject { ["id"] = $"28:{AzureCarrier.AppId}" });
        Assert.Equal(200, (await story.Hand.Sends(update)).Status);
        await story.IsOver();
    }

    [Fact]
    public async Task An_incident_is_told_in_words_and_by_buttons_question_by_question()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        await story.Joins(Claire);
        await story.Hand.Writes(Claire, "nos VM de fr1 sont injoignables depuis 9 h 40, toute la prod");
        var impact = await story.Connector.Says(Claire.Chat, "Impact métier");
        Assert.Contains("Compute", impact.Words);

        await story.Hand.Writes(Claire, "Plus aucune commande ne part de l'entrepôt.");
        var users = await story.Connector.Says(Claire.Chat, "Utilisateurs touchés");
        var chosen = await story.Hand.Clicks(Claire, users.Card!, users.Card!.Buttons[0]);

        Assert.Contains("Vous avez choisi", chosen.Words);
        await story.Connector.Says(Claire.Chat, "Contournement");
        await story.IsOver();
    }

    [Fact]
    public async Task The_form_shows_what_has_become_mandatory_and_what_is_wrong_at_its_field()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        await story.Joins(Claire);
        await story.Hand.Writes(Claire, "formulaire");
        var form = (await story.Connector.Says(Claire.Chat)).Card!;
        Assert.DoesNotContain("reason", form.Inputs);

        var back = await story.Hand.Clicks(Claire, form, "Envoyer", null, [.. Answers.Where(answer => answer.Item1 != "title"), ("title", "VM")]);

        Assert.Subset(back.Card.Inputs.ToHashSet(), new HashSet<string> { "reason", "resourceIds", "callbackPhone", "title" });
        Assert.Contains("5", back.Words);
        Assert.Equal("Depuis ce matin aucune instance ne répond ; nous attendions un accès SSH normal.", back.Card.Input("description").GetProperty("value").GetString());
        Assert.Equal("08:00", back.Card.Input("startedAt.time").GetProperty("value").GetString());
    }

    [Fact]
    public async Task The_form_can_be_filled_in_in_a_window()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        await story.Joins(Claire);
        await story.Hand.Writes(Claire, "déclarer");
        var opening = (await story.Connector.Says(Claire.Chat, "Remplir le formulaire dans une fenêtre")).Card!;
        var data = JsonObject.Create(opening.Button("Remplir le formulaire dans une fenêtre"))!["data"]!.DeepClone();

        var window = await story.Hand.Invokes(Claire, "task/fetch", new JsonObject { ["data"] = data });
        var sent = await story.Hand.Submits(Claire, window.Card, [.. Answers, .. Conditional]);

        Assert.Contains("INC-000001", sent.Words);
        await story.Connector.Begins(DeskChannel);
        await story.Connector.Says(Claire.Chat, "INC-000001");
        await story.IsOver();
    }

    [Fact]
    public async Task A_resolution_is_contested_with_a_reason_and_the_engineer_hears_it()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var (desk, client) = await story.Declares(Claire);
        await story.Joins(Nadia);
        var there = new TeamsSpot(desk.Conversation, "channel", "desk-team");
        var taken = await story.Hand.Clicks(Nadia, desk.Card!, "Prendre en charge", there);
        var form = await story.Hand.Clicks(Nadia, taken.Card, "Résoudre", there);
        await story.Hand.Clicks(Nadia, form.Card, "Envoyer", there, ("fix", "Production"));

        var resolved = await story.Connector.Changes(client, "Résolu");
        var why = await story.Hand.Clicks(Claire, resolved.Card!, "Ce n’est pas résolu");
        var contested = await story.Hand.Clicks(Claire, why.Card, "Envoyer", null, ("comment", "fr1 ne répond toujours pas."));

        Assert.Contains("En cours", contested.Words);
        await story.Connector.Says(desk.Conversation, "fr1 ne répond toujours pas.");
        await story.Connector.Says(Nadia.Chat, "fr1 ne répond toujours pas.");
    }

    [Fact]
    public async Task A_card_is_drawn_anew_for_whoever_looks_at_it_in_their_own_language()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var (_, client) = await story.Declares(Claire);
        Assert.Equal([Claire.Id], client.Card!.Readers);
        await story.Hand.Writes(Claire, "english");
        await story.Connector.Says(Claire.Chat);

        var looked = await story.Hand.Looks(Claire, client.Card!);

        Assert.Contains("Open", looked.Words);
        Assert.Contains("Reply", looked.Card.Buttons);
    }

    [Fact]
    public async Task A_client_that_knows_no_universal_actions_sends_a_message_and_is_answered_with_one()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        await story.Joins(Claire);
        var click = story.Hand.Activity(Claire, "message");
        click["value"] = new JsonObject { ["choice"] = "tickets", ["said"] = "Les tickets de ma société" };

        Assert.Equal(200, (await story.Hand.Sends(click)).Status);

        await story.Connector.Says(Claire.Chat, "ticket");
        await story.IsOver();
    }

    [Fact]
    public async Task The_deadline_is_explained_on_the_card_and_the_card_comes_back()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var (_, client) = await story.Declares(Claire);

        var why = await story.Hand.Clicks(Claire, client.Card!, "Pourquoi cette échéance ?");
        Assert.Contains("P1", why.Words);
        var back = await story.Hand.Clicks(Claire, why.Card, "Retour à INC-000001");
        Assert.Contains("INC-000001", back.Words);
    }
}

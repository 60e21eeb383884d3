using System.Text.Json.Nodes;
using ChatSupport.Tests.Carriers;
using static ChatSupport.Tests.Teams.TeamsStory;

namespace ChatSupport.Tests.Teams;

/// <summary>What engineers and supervisors do on cards.</summary>
public sealed class EngineerTests
{
    [Fact]
    public async Task A_resolution_asks_where_it_stands_and_the_contact_confirms_it()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var (desk, client) = await story.Declares(Claire);
        var there = new TeamsSpot(desk.Conversation, "channel", "desk-team");
        var taken = await story.Hand.Clicks(Nadia, desk.Card!, "Prendre en charge", there);

        var form = await story.Hand.Clicks(Nadia, taken.Card, "Résoudre", there);
        Assert.Equal(["fix", "comment"], form.Card.Inputs);
        var resolved = await story.Hand.Clicks(Nadia, form.Card, "Envoyer", there, ("fix", "Production"), ("comment", "Hyperviseur redémarré."));

        Assert.Contains("Résolu", resolved.Words);
        var shown = await story.Connector.Changes(client, "Résolu");
        await story.Connector.Says(Claire.Chat, "Hyperviseur redémarré.");
        var confirmed = await story.Hand.Clicks(Claire, shown.Card!, "Confirmer : c’est résolu");
        Assert.Contains("Clos", confirmed.Words);
        Assert.Equal("Closed", (await story.Desk.Sees("INC-000001")).Status);
    }

    [Fact]
    public async Task A_form_sent_twice_is_done_once_and_shown_both_times()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var (desk, _) = await story.Declares(Claire);
        var there = new TeamsSpot(desk.Conversation, "channel", "desk-team");
        var taken = await story.Hand.Clicks(Nadia, desk.Card!, "Prendre en charge", there);
        var form = await story.Hand.Clicks(Nadia, taken.Card, "Répondre au client", there);

        var once = await story.Hand.Clicks(Nadia, form.Card, "Envoyer", there, ("comment", "Nous regardons."));
        var twice = await story.Hand.Clicks(Nadia, form.Card, "Envoyer", there, ("comment", "Nous regardons."));

        Assert.Contains("INC-000001", once.Words);
        Assert.Contains("INC-000001", twice.Words);
        var timeline = await story.Desk.Timeline(await story.Desk.Sees("INC-000001"));
        Assert.Single(timeline, happening => happening.Type == "answered");
    }

    [Fact]
    public async Task A_refused_form_comes_back_with_what_is_wrong_at_the_field_and_can_be_sent_again()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var (desk, _) = await story.Declares(Claire);
        var there = new TeamsSpot(desk.Conversation, "channel", "desk-team");
        var taken = await story.Hand.Clicks(Nadia, desk.Card!, "Prendre en charge", there);
        var form = await story.Hand.Clicks(Nadia, taken.Card, "Demander une information", there);

        var back = await story.Hand.Clicks(Nadia, form.Card, "Envoyer", there, ("comment", "  "));
        Assert.True(back.Card.Inputs.Contains("comment"), back.Words);
        var sent = await story.Hand.Clicks(Nadia, back.Card, "Envoyer", there, ("comment", "Quel hyperviseur ?"));

        Assert.Contains("En attente", sent.Words);
    }

    [Fact]
    public async Task Every_act_of_an_engineer_has_its_button_and_its_form()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var (desk, _) = await story.Declares(Claire);
        var there = new TeamsSpot(desk.Conversation, "channel", "desk-team");
        var card = (await story.Hand.Clicks(Nadia, desk.Card!, "Prendre en charge", there)).Card;

        var note = await Does("Note interne", ("comment", "Voir le cluster 4."));
        var assigned = await Does("Affecter", ("to", "tom.lefevre"));
        var proposed = await Does("Changer la priorité", ("priority", "P2"), ("comment", "Un contournement existe."));
        Assert.Contains("Tom Lefèvre", assigned.Words);
        Assert.Contains("P2", proposed.Words);
        Assert.Contains("INC-000001", note.Words);
        Assert.Equal(("OnHold", "P2", "tom.lefevre"), await story.Desk.Sees("INC-000001") is var ticket ? (ticket.Status, ticket.ProposedPriority, ticket.Assignee) : default);

        async Task<TeamsAnswered> Does(string button, params (string, string)[] inputs)
        {
            var form = await story.Hand.Clicks(Nadia, card, button, there);
            var done = await story.Hand.Clicks(Nadia, form.Card, "Envoyer", there, inputs);
            card = done.Card;
            return done;
        }
    }

    [Fact]
    public async Task A_supervisor_decides_a_dispute_in_last_resort()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var (desk, client) = await story.Declares(Claire);
        var there = new TeamsSpot(desk.Conversation, "channel", "desk-team");
        var taken = await story.Hand.Clicks(Nadia, desk.Card!, "Prendre en charge", there);
        var form = await story.Hand.Clicks(Nadia, taken.Card, "Changer la priorité", there);
        await story.Hand.Clicks(Nadia, form.Card, "Envoyer", there, ("priority", "P2"), ("comment", "Un contournement existe."));
        var held = await story.Connector.Changes(client, "P2");
        var reply = await story.Hand.Clicks(Claire, held.Card!, "Répondre");
        await story.Hand.Clicks(Claire, reply.Card, "Envoyer", null, ("comment", "Non, tout est arrêté."));

        var disputes = await story.Hand.Writes(Sylvie, "litiges");
        Assert.Equal(200, disputes.Status);
        var list = await story.Connector.Says(Sylvie.Chat, "INC-000001");
        Assert.Contains(list.Card!.Buttons, button => button.StartsWith("INC-000001", StringComparison.Ordinal));
        var seen = await story.Hand.Clicks(Sylvie, list.Card!, list.Card!.Buttons[0]);
        var decide = await story.Hand.Clicks(Sylvie, seen.Card, "Changer la priorité");
        var decided = await story.Hand.Clicks(Sylvie, decide.Card, "Envoyer", null, ("priority", "P2"), ("comment", "La matrice dit P2."));

        Assert.Contains("P2", decided.Words);
        Assert.Equal("P2", (await story.Desk.Sees("INC-000001")).Priority);
    }

    [Fact]
    public async Task A_ticket_s_window_asks_what_its_card_would()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var (desk, _) = await story.Declares(Claire);
        var there = new TeamsSpot(desk.Conversation, "channel", "desk-team");
        await story.Hand.Clicks(Nadia, desk.Card!, "Prendre en charge", there);

        var window = await story.Hand.Invokes(Nadia, "task/fetch", new JsonObject { ["data"] = new JsonObject { ["choice"] = "resolve:INC-000001" } }, there);
        Assert.Equal(["fix", "comment"], window.Card.Inputs);
        var data = JsonObject.Create(window.Card.Button("Envoyer"))!["data"]!.DeepClone();
        data["fix"] = "Preproduction";
        var done = await story.Hand.Invokes(Nadia, "task/submit", new JsonObject { ["data"] = data }, there);

        Assert.Contains("INC-000001", done.Words);
        Assert.Equal("Resolved", (await story.Desk.Sees("INC-000001")).Status);
    }
}

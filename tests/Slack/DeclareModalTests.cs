using System.Net;
using System.Text.Json.Nodes;
using ChatSupport.Desk;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Carriers;
using Microsoft.Extensions.DependencyInjection;

namespace ChatSupport.Tests.Slack;

public sealed class DeclareModalTests
{
    [Fact]
    public async Task What_was_typed_after_the_command_is_in_the_form_already()
    {
        await using var story = await SlackStory.At("2026-11-23T10:05:00+01:00");
        var modal = await story.Begins(SlackPerson.Paul, "nos VM de fr1 sont injoignables depuis 9h40, toute la prod");
        Assert.Equal("nos VM de fr1 sont injoignables depuis 9h40, toute la prod", modal.Initial("description"));
        Assert.Equal(("fr1", "production"), (modal.Initial("region"), modal.Initial("environment")));
        Assert.Equal("4d1c9a7be2f04c7f9b3e5a6d8c0f1e2a", modal.Initial("tenantId"));
        await story.IsOver();
    }

    [Fact]
    public async Task Fields_appear_when_a_choice_makes_them_apply_and_go_with_it()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var modal = await story.Begins(SlackPerson.Paul);
        Assert.DoesNotContain("reason", modal.Blocks);
        Assert.DoesNotContain("workaroundDetails", modal.Blocks);

        await story.Hand.Chooses(SlackPerson.Paul, modal, "requestedPriority", "P1");
        await story.Slack.Sees("views.update");
        Assert.Contains("reason", modal.Blocks);
        Assert.Contains("callbackPhone", modal.Blocks);
        await story.Hand.Chooses(SlackPerson.Paul, modal, "workaround", "yes");
        await story.Slack.Sees("views.update");
        Assert.Contains("workaroundDetails", modal.Blocks);

        modal.Fill(("reason", "La production est arrêtée."));
        await story.Hand.Chooses(SlackPerson.Paul, modal, "requestedPriority", "P3");
        await story.Slack.Sees("views.update");
        Assert.DoesNotContain("reason", modal.Blocks);
        await story.Hand.Chooses(SlackPerson.Paul, modal, "requestedPriority", "P1");
        await story.Slack.Sees("views.update");
        Assert.Equal("La production est arrêtée.", modal.Initial("reason"));
        await story.IsOver();
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_nothing_is_declared()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var modal = await story.Begins(SlackPerson.Paul);
        await story.Complete(SlackPerson.Paul, modal);
        modal.Fill(("resourceIds", "pas-un-uuid"), ("scopeAttestation", "false"), ("startedAt", "2026-12-24T08:00:00+01:00"));
        var reaction = await story.Hand.Submits(SlackPerson.Paul, modal);
        Assert.Equal("errors", reaction.Action);
        Assert.Equal(["resourceIds", "scopeAttestation", "startedAt"], reaction.Errors.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("UUID", reaction.Errors["resourceIds"]);

        modal.Fill(SlackStory.Answers);
        Assert.Equal("update", (await story.Hand.Submits(SlackPerson.Paul, modal)).Action);
        await story.Slack.Posts(SlackStory.DeskChannel, "INC-000001");
        await story.Slack.Posts(SlackStory.MeridienChannel, "INC-000001");
        await story.IsOver();
    }

    [Fact]
    public async Task Each_person_reads_their_own_language_and_their_company_its_own()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var modal = await story.Begins(SlackPerson.Yanis);
        Assert.Contains("Declare an incident", modal.Words);
        await story.Complete(SlackPerson.Yanis, modal);
        modal.Fill(("scopeAttestation", "false"));
        Assert.Contains("is mandatory. Attest", (await story.Hand.Submits(SlackPerson.Yanis, modal)).Errors["scopeAttestation"]);
        modal.Fill(("scopeAttestation", "true"));
        Assert.Contains("Your incident is declared", (await story.Hand.Submits(SlackPerson.Yanis, modal)).Text);
        Assert.Contains("Ouvert", (await story.Slack.Posts(SlackStory.DeskChannel)).Words);
        Assert.Contains("Ouvert", (await story.Slack.Posts(SlackStory.BorealisChannel)).Words);
        await story.IsOver();
    }

    [Fact]
    public async Task Sent_twice_it_is_declared_once_and_answered_as_the_first_time()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var modal = await story.Begins(SlackPerson.Paul);
        await story.Complete(SlackPerson.Paul, modal);
        var first = await story.Hand.Submits(SlackPerson.Paul, modal);
        var again = await story.Hand.Submits(SlackPerson.Paul, modal);
        Assert.Equal((first.Status, first.Text), (again.Status, again.Text));
        await story.Slack.Posts(SlackStory.DeskChannel, "INC-000001");
        await story.Slack.Posts(SlackStory.MeridienChannel, "INC-000001");
        await story.IsOver();
    }

    [Fact]
    public async Task A_developer_plan_is_not_offered_what_it_does_not_have()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var modal = await story.Begins(SlackPerson.Ines);
        Assert.Equal(["P2", "P3"], modal.OptionsOf("requestedPriority"));
        await story.IsOver();
    }

    [Fact]
    public async Task The_shortcut_opens_the_same_form()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        await story.Hand.Uses(SlackPerson.Paul, "declare");
        Assert.Contains("title", new SlackView(story.Slack, await story.Slack.Sees("views.open")).Blocks);
        await story.IsOver();
    }

    [Fact]
    public async Task A_message_becomes_an_incident_that_leads_back_to_it()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var message = new JsonObject { ["type"] = "message", ["user"] = "U0OTHER", ["ts"] = "1764493000.000200", ["text"] = "<@U0PAUL> le stockage bloc de fr1 est &lt;mort&gt;" };
        await story.Hand.Uses(SlackPerson.Paul, "declare_message", message);
        var modal = new SlackView(story.Slack, await story.Slack.Sees("views.open"));
        Assert.Equal("@U0PAUL le stockage bloc de fr1 est <mort>", modal.Initial("description"));
        Assert.Equal("block-storage", modal.Initial("service"));
        Assert.Equal("https://a-team.slack.com/archives/C0MERSUPP/p1764493000000200", modal.Initial("evidence"));
        await story.IsOver();
    }

    [Fact]
    public async Task What_began_by_phone_is_completed_in_a_form_that_knows_what_the_call_established() // R15, D9
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        await story.Desk.Services.GetRequiredService<ServiceDesk>().Receive(visit => visit.TakeCall(
            new ClientCall("borealis", "claire.morel", "+33639980101", new Called(visit.Now, "CA1", CallerProof.CallerId)), another: false), TestContext.Current.CancellationToken);
        var desk = await story.Slack.Posts(SlackStory.DeskChannel, "INC-000001");
        var client = await story.Slack.Posts(SlackStory.BorealisChannel, "INC-000001");
        await story.Slack.Posts(SlackStory.DeskChannel, under: desk);

        var modal = await story.Opens(SlackPerson.Claire, client, "Compléter la déclaration");
        Assert.Equal(("+33639980101", "P1"), (modal.Initial("callbackPhone"), modal.Initial("requestedPriority")));
        await story.Complete(SlackPerson.Claire, modal);
        Assert.Contains("Votre déclaration est complète", (await story.Hand.Submits(SlackPerson.Claire, modal)).Text);
        Assert.Equal("Toutes les instances de fr1 sont injoignables", (await story.Desk.Sees("INC-000001")).Title);
        Assert.DoesNotContain("Compléter la déclaration", (await story.Slack.Updates(client)).Buttons.Keys);
        await story.Slack.Updates(desk);
        await story.Slack.Posts(SlackStory.DeskChannel, under: desk);
        await story.Slack.Posts(SlackStory.BorealisChannel, under: client);
        await story.IsOver();
    }

    [Fact]
    public async Task An_engineer_is_told_why_the_form_is_not_for_them()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var answer = await story.Hand.Types(SlackPerson.Nadia, "/incident", "panne");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("contacts nommés", answer.Text);
        await story.IsOver();
    }
}

using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Declarations;

namespace ChatSupport.Tests.Declarations;

public sealed class ConditionalFieldsTests
{
    private static string[] Missing(Dictionary<string, FieldAnswer> answers, DeclarationContext? context = null) =>
        [.. IncidentForm.Form.Missing(answers, context ?? Given.Business).Select(field => field.Key)];

    [Fact]
    public void A_P1_needs_a_reason_and_a_number_to_call_back()
    {
        var answers = Given.Complete.Without("reason", "callbackPhone");

        Assert.Equal(["reason", "callbackPhone"], Missing(answers));
        Assert.Empty(Missing(answers.With("requestedPriority", "P2")));
    }

    [Theory]
    [InlineData("compute", "P1", true)]
    [InlineData("compute", "P2", true)]
    [InlineData("compute", "P3", false)]
    [InlineData("block-storage", "P2", true)]
    [InlineData("network", "P1", true)]
    [InlineData("network", "P3", false)]
    [InlineData("object-storage", "P1", false)]
    [InlineData("api", "P1", false)]
    public void Serious_incidents_on_compute_storage_and_network_name_their_resources(string service, string priority, bool needed)
    {
        var answers = Given.Complete.Without("resourceIds").With("service", service).With("requestedPriority", priority);

        Assert.Equal(needed, Missing(answers).Contains("resourceIds"));
    }

    [Fact]
    public void A_condition_understands_labels()
    {
        var answers = Given.Complete.Without("resourceIds", "reason").With("service", "Réseau").With("requestedPriority", "P1 – Critique");

        Assert.Equal(["reason", "resourceIds"], Missing(answers));
    }

    [Fact]
    public void A_plan_without_P1_is_not_asked_what_only_a_P1_needs()
    {
        var developpeur = Given.Business with { Plan = Plan.Developpeur };
        var reading = Given.Complete.Without("reason", "callbackPhone").Read(developpeur);

        Assert.Equal(Priority.P1, reading.Declaration!.RequestedPriority);
        Assert.Equal("Answers.PriorityCapped", reading.Warnings["requestedPriority"].Key);
    }

    [Theory]
    [InlineData(Plan.Developpeur, "P2 P3")]
    [InlineData(Plan.Business, "P1 P2 P3")]
    [InlineData(Plan.Premium, "P1 P2 P3")]
    public void Only_what_the_plan_has_is_offered(Plan plan, string offered)
    {
        var priorities = IncidentForm.Form.Find("requestedPriority")!.ChoicesFor(plan);

        Assert.Equal(offered, string.Join(' ', priorities.Select(choice => choice.Key)));
    }

    [Fact]
    public void A_workaround_is_described_only_when_there_is_one()
    {
        var details = IncidentForm.Form.Find("workaroundDetails")!;

        Assert.False(details.Applies(Given.Complete.Read().SoFar));
        Assert.True(details.Applies(Given.Complete.With("workaround", "oui").Read().SoFar));
        Assert.Empty(Missing(Given.Complete.With("workaround", "yes")));
    }

    [Fact]
    public void A_blank_answer_to_a_mandatory_field_is_missing()
    {
        foreach (var blank in new[] { FieldAnswer.Of(" \n\t"), FieldAnswer.Of([]), FieldAnswer.Of(["", " "]) })
        {
            var reading = Given.Complete.With("title", blank).Read();
            Assert.Equal("title", Assert.Single(reading.Missing).Key);
            Assert.Equal("Answers.Missing", reading.Errors["title"].Key);
        }
    }

    [Fact]
    public void A_wrong_answer_is_an_error_but_not_missing()
    {
        var reading = Given.Complete.With("title", "VM").Without("region").Read();

        Assert.Equal("region", Assert.Single(reading.Missing).Key);
        Assert.Equal(["title", "region"], reading.Errors.Keys);
    }

    [Fact]
    public void Everything_that_is_missing_is_said_at_once_in_the_order_of_the_form()
    {
        Assert.Equal(
            [
                "title", "description", "service", "region", "tenantId", "startedAt", "serviceInterrupted", "environment", "businessImpact",
                "usersAffected", "workaround", "requestedPriority", "actionsTried", "scopeAttestation",
            ],
            Missing([]));
    }

    [Fact]
    public void An_e_mail_names_the_company_the_contact_and_the_client_s_own_ticket()
    {
        Assert.Equal(
            ["companyName", "namedContact", "fromEmail", "type", "clientRef"],
            Missing(Given.Complete, Given.Business with { Channel = Channel.Mail }));
    }

    [Fact]
    public void A_voicemail_needs_no_more_than_company_name_and_description()
    {
        var voicemail = Given.Business with { Channel = Channel.Voicemail };

        Assert.Equal(["companyName", "namedContact", "description"], Missing([], voicemail));
    }

    [Fact]
    public void An_engineer_on_the_phone_may_leave_the_tenant_for_later_but_not_the_number()
    {
        var phone = Given.Business with { Channel = Channel.Phone };
        var answers = Given.Complete.Without("tenantId", "workaround", "actionsTried", "resourceIds", "callbackPhone")
            .With("companyName", "Méridien Logistique").With("namedContact", "Renard Paul");

        Assert.Equal(["callbackPhone"], Missing(answers, phone));
    }
}

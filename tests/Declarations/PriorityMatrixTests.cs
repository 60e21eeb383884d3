using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;

namespace ChatSupport.Tests.Declarations;

public sealed class PriorityMatrixTests
{
    [Theory]
    [InlineData("interrupted", "production", "no", Priority.P1)]
    [InlineData("interrupted", "production", "unknown", Priority.P1)]
    [InlineData("interrupted", "production", "yes", Priority.P2)]
    [InlineData("interrupted", "preproduction", "no", Priority.P2)]
    [InlineData("interrupted", "preproduction", "yes", Priority.P2)]
    [InlineData("interrupted", "development", "unknown", Priority.P2)]
    [InlineData("degraded", "production", "no", Priority.P2)]
    [InlineData("degraded", "production", "unknown", Priority.P2)]
    [InlineData("degraded", "production", "yes", Priority.P2)]
    [InlineData("degraded", "preproduction", "no", Priority.P3)]
    [InlineData("degraded", "development", "yes", Priority.P3)]
    [InlineData("no", "production", "no", Priority.P3)]
    [InlineData("no", "production", "unknown", Priority.P3)]
    [InlineData("no", "production", "yes", Priority.P3)]
    [InlineData("no", "preproduction", "no", Priority.P3)]
    [InlineData("no", "development", "yes", Priority.P3)]
    public void Impact_and_urgency_make_the_priority(string interrupted, string environment, string workaround, Priority expected) =>
        Assert.Equal(expected, PriorityMatrix.Suggest(interrupted, environment, workaround)!.Priority);

    [Fact]
    public void The_reason_is_said_in_words()
    {
        var reason = PriorityMatrix.Suggest("interrupted", "production", "no")!.Reason;

        Assert.Equal(
            "P1 – Critique\u00A0: service interrompu (impact I1), en production, sans contournement connu (urgence U1).",
            reason.In(Tongue.French));
        Assert.Equal(
            "P1 – Critical: service interrupted (impact I1), in production, without a known workaround (urgency U1).",
            reason.In(Tongue.English));
    }

    [Theory]
    [InlineData(null, "production", "no")]
    [InlineData("interrupted", null, "no")]
    [InlineData("interrupted", "production", null)]
    public void Nothing_is_suggested_before_all_three_are_known(string? interrupted, string? environment, string? workaround) =>
        Assert.Null(PriorityMatrix.Suggest(interrupted, environment, workaround));

    [Fact]
    public void The_matrix_knows_every_choice_of_the_form()
    {
        string[] Choices(string key) => [.. IncidentForm.Form.Find(key)!.ChoicesFor(Plan.Premium).Select(choice => choice.Key)];

        foreach (var interrupted in Choices("serviceInterrupted"))
        {
            foreach (var environment in Choices("environment"))
            {
                foreach (var workaround in Choices("workaround"))
                    Assert.NotEmpty(PriorityMatrix.Suggest(interrupted, environment, workaround)!.Reason.In(Tongue.French));
            }
        }
    }
}

using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Tests.Delivery;

public sealed class UndeliveredTests
{
    private readonly ScriptedWay mail = new();
    private readonly ScriptedWay slack = new(Way.Slack);

    [Fact]
    public async Task A_refused_recipient_shows_on_the_desk_and_not_to_the_client()
    {
        RefusesMailTo("paul.renard");
        await using var stage = await Stage.Pumping(mail);
        var ticket = await stage.Declares("paul.renard");
        await stage.Drained();
        Assert.Equal(new Undelivered(Way.Mail, "paul.renard", "SMTP 550", null), (await stage.Timeline(ticket))[^1]);
        Assert.DoesNotContain(await stage.Timeline(ticket, by: "paul.renard"), what => what is Undelivered);
    }

    [Fact]
    public async Task A_refusal_does_not_block_what_comes_after_it()
    {
        mail.FirstAnswers(new Sending.Refused("SMTP 550"));
        await using var stage = await Stage.Pumping(mail);
        var ticket = await stage.Declares("paul.renard");
        await stage.Does(ticket, "nadia.benali", new Acknowledge("Nous regardons."));
        await stage.Drained();
        Assert.Contains("paul.renard:Acknowledged", mail.Told);
    }

    [Fact]
    public async Task The_engineer_hears_that_the_client_did_not()
    {
        await using var stage = await Stage.Pumping(mail);
        var ticket = await stage.Declares("paul.renard");
        await stage.Drained();
        RefusesMailTo("paul.renard");
        await stage.Does(ticket, "nadia.benali", new Acknowledge("Nous regardons."));
        await stage.Drained();
        Assert.Equal(["paul.renard:Declared", "paul.renard:Acknowledged", "nadia.benali:Undelivered"], mail.Told);
    }

    [Fact]
    public async Task As_long_as_nobody_has_the_ticket_the_supervisors_hear_it()
    {
        RefusesMailTo("paul.renard");
        await using var stage = await Stage.Pumping(mail);
        await stage.Declares("paul.renard");
        await stage.Drained();
        Assert.Equal(["paul.renard:Declared", "sylvie.roux:Undelivered"], mail.Told);
    }

    [Fact]
    public async Task It_goes_another_way_when_the_person_has_one_and_nobody_is_bothered()
    {
        RefusesMailTo("paul.renard");
        await using var stage = await Stage.Pumping(mail, slack);
        var ticket = await stage.Declares("paul.renard");
        await stage.Drained();
        Assert.Equal(["paul.renard:Declared"], slack.Told);
        Assert.Equal(["paul.renard:Declared"], mail.Told);
        Assert.Equal(new Undelivered(Way.Mail, "paul.renard", "SMTP 550", Way.Slack), (await stage.Timeline(ticket))[^1]);
    }

    [Fact]
    public async Task When_the_other_way_fails_too_somebody_has_to_see_to_it()
    {
        RefusesMailTo("paul.renard");
        slack.Script = (_, _) => Task.FromResult<Sending>(new Sending.Refused("account_inactive"));
        await using var stage = await Stage.Pumping(mail, slack);
        var ticket = await stage.Declares("paul.renard");
        await stage.Drained();
        Assert.Equal(new Undelivered(Way.Slack, "paul.renard", "account_inactive", null), (await stage.Timeline(ticket))[^1]);
        Assert.Contains("sylvie.roux:Undelivered", mail.Told);
    }

    [Fact]
    public async Task That_nobody_can_be_told_so_is_not_told_on_for_ever()
    {
        mail.Script = (_, _) => Task.FromResult<Sending>(new Sending.Refused("SMTP 554"));
        await using var stage = await Stage.Pumping(mail);
        var ticket = await stage.Declares("paul.renard");
        await stage.Drained();
        Assert.Equal(["paul.renard:Declared", "sylvie.roux:Undelivered"], mail.Told);
        Assert.Single(await stage.Timeline(ticket), what => what is Undelivered);
        Assert.Null(await stage.NextClaim());
    }

    [Fact]
    public async Task Who_has_left_meanwhile_is_not_written_to()
    {
        await using var stage = await Stage.Set(mail);
        var ticket = await stage.Declares("paul.renard");
        await stage.Rewrites("id: paul.renard ", "id: paula.renard ");
        await stage.Pump.StartAsync(CancellationToken.None);
        await stage.Drained();
        Assert.DoesNotContain("paul.renard:Declared", mail.Told);
        Assert.Contains(await stage.Timeline(ticket), what => what is Undelivered { Person: "paul.renard", Why: "left-the-directory" });
    }

    [Fact]
    public async Task Nobody_is_warned_of_a_ticket_that_was_taken_meanwhile()
    {
        await using var stage = await Stage.Set(mail);
        var ticket = await stage.Declares("paul.renard");
        stage.Time.Advance(TimeSpan.FromHours(4.5));
        await stage.CatchesUp();
        Assert.Contains(await stage.Timeline(ticket), what => what is ResponseMissed);
        await stage.Does(ticket, "tom.lefevre", new Acknowledge("Je regarde."));
        await stage.Pump.StartAsync(CancellationToken.None);
        await stage.Drained();
        Assert.Equal(["paul.renard:Declared", "paul.renard:Acknowledged"], mail.Told);
        Assert.Null(await stage.NextClaim());
    }

    [Fact]
    public async Task Logs_say_who_by_their_id_and_nothing_that_was_written()
    {
        RefusesMailTo("paul.renard");
        await using var stage = await Stage.Pumping(mail);
        await stage.Declares("paul.renard", ("title", "Une phrase que le journal ne doit pas dire"));
        await stage.Drained();
        var refusal = Assert.Single(stage.Log.Lines, line => line.Contains("will not reach", StringComparison.Ordinal));
        Assert.Contains("paul.renard by Mail: SMTP 550", refusal);
        Assert.DoesNotContain(stage.Log.Lines, line => line.Contains('@', StringComparison.Ordinal) || line.Contains("phrase", StringComparison.Ordinal));
    }

    private void RefusesMailTo(string person) => mail.Script = (message, _) =>
        Task.FromResult<Sending>(message.To.Id == person ? new Sending.Refused("SMTP 550") : new Sending.Sent());
}

using ChatSupport.Desk.Tickets;
using ChatSupport.Voice.Calls;

namespace ChatSupport.Tests.Voice;

/// <summary>From the first ring to the last word, by plan, hour and caller.</summary>
public sealed class CallFlowTests
{
    private const string Night = "2026-12-06T03:05";
    private const string Day = "2026-12-07T10:00";

    [Theory]
    [InlineData(Caller.Claire, Night, "Menu")] // R31
    [InlineData(Caller.Claire, Day, "Menu")]
    [InlineData(Caller.Paul, Day, "Menu")] // D20
    [InlineData(Caller.Paul, "2026-12-07T18:59:59", "Menu")] // E5
    [InlineData(Caller.Paul, "2026-12-07T19:00", "WhenOpen")] // E5
    [InlineData(Caller.Paul, Night, "WhenOpen")] // E4, R61
    [InlineData(Caller.Paul, "2026-12-25T10:00", "WhenOpen")]
    [InlineData(Caller.Ines, Day, "InWriting")] // E2
    [InlineData(Caller.Ines, Night, "InWriting")]
    [InlineData(Caller.Lou, Day, "NoOffer")] // E24
    [InlineData(Caller.Lou, Night, "NoOffer")]
    [InlineData(Caller.Stranger, Day, "AskCode")]
    [InlineData(Caller.Stranger, Night, "AskCode")]
    [InlineData("", Night, "AskCode")]
    [InlineData(Caller.Claire, "2027-03-28T01:59:59", "Menu")]
    [InlineData(Caller.Claire, "2027-10-31T02:30", "Menu")]
    public void The_contract_and_the_hour_say_what_the_caller_hears(string number, string at, string where) =>
        Assert.Equal(where, WhereOf(Caller.From(number, at).Call.Step));

    [Fact]
    public void Who_presses_nothing_is_put_through_and_then_asked_for_a_message()
    {
        var caller = Caller.From(Caller.Claire).Waits();
        Assert.Equal(new Step.Ring("nadia.benali", "+33613000001"), caller.Call.Step);
        Assert.Equal(["nadia.benali", "tom.lefevre"], caller.NobodyAnswers().Call.Rung);
        Assert.IsType<Step.AskMessage>(caller.Call.Step);
    }

    [Fact]
    public void A_message_is_kept_at_once_and_may_be_heard_said_again_and_left()
    {
        var caller = Caller.From(Caller.Claire).Waits().NobodyAnswers().Sends(new Input.Message("RE1", 21, HungUp: false));
        Assert.Contains(new Effect.KeepMessage("RE1", 21), caller.Effects);
        Assert.Equal(new Step.Review(Play: true), caller.Keys("2").Call.Step);
        Assert.IsType<Step.AskMessage>(caller.Keys("3").Call.Step);
        caller.Sends(new Input.Message("RE2", 30, HungUp: false));
        Assert.Equal(new Step.Goodbye(Farewell.Kept), caller.Keys("1").Call.Step);
        Assert.Equal("RE2", caller.Call.Message);
    }

    [Fact]
    public void Silence_is_asked_again_once_and_the_call_counts_without_a_message()
    {
        var caller = Caller.From(Caller.Claire).Waits().NobodyAnswers().Waits();
        Assert.Equal(new Step.AskMessage(Again: true), caller.Call.Step);
        Assert.Equal(new Step.Goodbye(Farewell.NoMessage), caller.Waits().Call.Step);
        Assert.Equal(LineStep.HungUp, caller.Effects.OfType<Effect.TellLine>().Last().Step);
    }

    [Fact]
    public void Hanging_up_amid_the_message_keeps_what_was_said() => Assert.Contains(
        new Effect.KeepMessage("RE1", 4),
        Caller.From(Caller.Claire).Waits().NobodyAnswers().Sends(new Input.Message("RE1", 4, HungUp: true)).Effects);

    [Fact]
    public void An_unknown_number_proves_its_company_and_is_treated_as_its_plan_says()
    {
        var caller = Caller.From(Caller.Stranger).Keys("4711").Proves(isRight: true);
        Assert.Equal(("borealis", CallerProof.Pin, "Menu"), (caller.Call.Client, caller.Call.Proof, WhereOf(caller.Call.Step)));
    }

    [Fact]
    public void A_code_that_nobody_has_is_asked_its_PIN_like_any_other() =>
        Assert.IsType<Step.AskPin>(Caller.From(Caller.Stranger).Keys("0000").Call.Step);

    [Fact]
    public void Three_wrong_PINs_end_the_tries_of_a_call_and_six_those_of_an_hour()
    {
        var caller = Caller.From(Caller.Stranger);
        for (var tries = 0; tries < Identification.PinsPerCall; tries++)
            caller.Keys("4711").Proves(isRight: false);
        Assert.IsType<Step.AskMessage>(caller.Call.Step);

        var again = Caller.From(Caller.Stranger);
        again.Lately.AddRange([caller.Call, caller.Call]);
        Assert.IsType<Step.AskMessage>(again.Keys("4711").Call.Step);
    }

    [Fact]
    public void Without_a_code_the_message_is_kept_for_nobody_knows_whom()
    {
        var caller = Caller.From(Caller.Stranger).Waits().Sends(new Input.Message("RE1", 9, HungUp: false)).Waits();
        Assert.Equal(new Step.Goodbye(Farewell.KeptUnidentified), caller.Call.Step);
        Assert.DoesNotContain(caller.Effects, effect => effect is Effect.TakeTicket);
    }

    [Fact]
    public void Pressing_2_is_another_incident_only_where_the_call_joined_one()
    {
        Assert.DoesNotContain(new Effect.TakeTicket(Another: true), Caller.From(Caller.Claire).Keys("2").Effects);
        var joined = Caller.From(Caller.Claire);
        joined.Sends(new Input.Keys("9"));
        Assert.Equal(new Step.Menu(Again: true), joined.Call.Step);
    }

    [Fact]
    public void What_is_not_critical_is_sent_to_write_and_counts_for_nothing() // E6
    {
        var caller = Caller.From(Caller.Claire).Keys("3");
        Assert.Equal(new Step.Goodbye(Farewell.NotCritical), caller.Call.Step);
        Assert.Contains(new Effect.Withdraw(), caller.Effects);
        Assert.Contains(new Effect.SendLink(), caller.Effects);
    }

    [Fact]
    public void A_ticket_number_is_taken_down_without_a_word_about_it() // E11, E12
    {
        var caller = Caller.From(Caller.Claire).Keys("4").Keys("999999");
        Assert.Contains(new Effect.QuoteTicket("999999"), caller.Effects);
        Assert.IsType<Step.Ring>(caller.Call.Step);
    }

    [Fact]
    public void In_business_hours_those_on_duty_are_rung_first() =>
        Assert.Equal("nadia.benali", Assert.IsType<Step.Ring>(Caller.From(Caller.Claire, Day).Waits().Call.Step).Engineer);

    private static string WhereOf(Step step) => step is Step.Goodbye(var why) ? why.ToString() : step.GetType().Name;
}

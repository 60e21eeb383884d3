namespace ChatSupport.Tests.Voice;

/// <summary>Phones ring down the ladder, by time alone, until somebody takes it with a key.</summary>
public sealed class PagingTests
{
    private const string Night = "2026-12-06T03:05:00+01:00";

    [Fact]
    public Task Whoever_does_not_answer_is_called_once_more_then_the_next_then_the_supervisor() => PhoneStory.At(Night, async story =>
    {
        await story.ClaireCallsAndHangsUp();
        await story.Nadia.PhoneRings().DoesNotAnswer().PhoneRings().DoesNotAnswer();
        await story.Desk.ItIs("2026-12-06T03:10:30+01:00");
        await story.Tom.PhoneRings().IsBusy().PhoneRings().DoesNotAnswer();
        await story.Desk.ItIs("2026-12-06T03:15:30+01:00");
        await story.Sylvie.PhoneRings().Hears("Incident P1").Presses("1").Hears("est à vous").IsHungUpOn();
        await story.Claire.GetsText("Sylvie Roux");

        var steps = (await story.Desk.Timeline(await story.TheTicketOf("borealis"))).Where(happening => happening.Type == "pageSent");
        Assert.Equal(5, steps.Count());
    });

    [Fact]
    public Task Time_alone_advances_it_while_nothing_is_heard_of_any_phone() => PhoneStory.At(Night, async story =>
    {
        await story.ClaireCallsAndHangsUp();
        await story.Nadia.PhoneRings();
        await story.Desk.ItIs("2026-12-06T03:08:00+01:00");
        await story.Nadia.PhoneRings();
        await story.Desk.ItIs("2026-12-06T03:10:30+01:00");
        await story.Tom.PhoneRings().Presses("1").Hears("is yours").IsHungUpOn();
        await story.Claire.GetsText("Tom Lefèvre");
        // The moment anyone takes it, whatever still rings for it stops.
        await story.Nadia.StopsRinging();
    });

    [Fact]
    public Task Nobody_is_left_out_however_long_the_night_is() => PhoneStory.At(Night, async story =>
    {
        await story.ClaireCallsAndHangsUp();
        await story.Nadia.PhoneRings().DoesNotAnswer().PhoneRings().DoesNotAnswer();
        await story.Desk.ItIs("2026-12-06T03:24:00+01:00");
        await story.Tom.PhoneRings().DoesNotAnswer().PhoneRings().DoesNotAnswer();
        await story.Sylvie.PhoneRings().DoesNotAnswer().PhoneRings().DoesNotAnswer();
        await story.Desk.ItIs("2026-12-06T03:26:00+01:00");
        await story.Nadia.PhoneRings().Presses("1").IsHungUpOn();
        await story.Claire.GetsText("Nadia Benali");
    });

    [Fact]
    public Task Passing_it_on_calls_the_next_at_once() => PhoneStory.At(Night, async story =>
    {
        await story.ClaireCallsAndHangsUp();
        await story.Nadia.PhoneRings().Hears("Appuyez sur 3").Presses("3").Hears("transmis au suivant").IsHungUpOn();
        await story.Tom.PhoneRings().Hears("Press 3").Presses("3").IsHungUpOn();
        await story.Sylvie.PhoneRings().Presses("1").Hears("est à vous").IsHungUpOn();
        await story.Claire.GetsText("Sylvie Roux");
    });

    [Theory]
    [InlineData("tom.lefevre", "take over")]
    [InlineData("nadia.benali", "passer l'astreinte à Tom")]
    [InlineData("nadia.benali", "échanger la nuit avec Tom")]
    [InlineData("sylvie.roux", "donner la nuit à Tom")]
    public Task Phones_follow_what_is_agreed_in_chat(string who, string says) => PhoneStory.At(Night, async story =>
    {
        await story.Says(who, says);
        await story.ClaireCallsAndHangsUp();
        await story.Tom.PhoneRings().Presses("1").Hears("is yours").IsHungUpOn();
        await story.Claire.GetsText("Tom Lefèvre");
    });

    [Fact]
    public Task A_phone_is_tried_out_on_demand() => PhoneStory.At(Night, async story =>
    {
        await story.Says("tom.lefevre", "test page");
        await story.Tom.PhoneRings().Hears("This is the test that you asked for").Presses("1").Hears("The test is passed").IsHungUpOn();
    });

    [Fact]
    public Task Any_other_key_says_it_again_and_silence_takes_nothing() => PhoneStory.At(Night, async story =>
    {
        await story.ClaireCallsAndHangsUp();
        await story.Nadia.PhoneRings().Hears("Incident P1").Presses("7").Hears("Incident P1").SaysNothing().Hears("Incident P1").SaysNothing()
            .Hears("Aucune touche n’a été pressée").IsHungUpOn();
        Assert.Equal("Open", (await story.TheTicketOf("borealis")).Status);
        await story.NadiaTakesIt();
    });

    [Fact]
    public Task A_mailbox_is_hung_up_on_and_takes_nothing() => PhoneStory.At(Night, async story =>
    {
        await story.ClaireCallsAndHangsUp();
        await story.Nadia.PhoneRings().IsAMailbox();
        Assert.Equal("Open", (await story.TheTicketOf("borealis")).Status);
        await story.NadiaTakesIt();
    });

    [Fact]
    public Task Who_answers_too_late_hears_who_took_it_and_when() => PhoneStory.At(Night, async story =>
    {
        await story.ClaireCallsAndHangsUp();
        await story.Nadia.PhoneRings().Answers();
        await story.Desk.Does(await story.TheTicketOf("borealis"), "acknowledge", "tom.lefevre", "Je m’en occupe.");
        await story.Claire.GetsText("Tom Lefèvre");
        await story.Nadia.Presses("1").Hears("a déjà été pris par Tom Lefèvre à 03:05", "Vous n’avez rien à faire").IsHungUpOn();

        Assert.Equal("tom.lefevre", (await story.TheTicketOf("borealis")).AcknowledgedBy);
    });

    [Fact]
    public Task Nothing_rings_any_more_for_what_is_taken() => PhoneStory.At(Night, async story =>
    {
        await story.ClaireCallsAndHangsUp();
        await story.NadiaTakesIt();
        await story.Desk.ItIs("2026-12-06T09:00:00+01:00");
    });

    [Fact]
    public Task A_clients_reply_at_night_wakes_the_engineer_who_has_it() => PhoneStory.At(Night, async story =>
    {
        await story.ClaireCallsAndHangsUp();
        await story.NadiaTakesIt();
        await story.Desk.Does(await story.TheTicketOf("borealis"), "comment", "claire.morel", "Le stockage est tombé aussi.");
        await story.Nadia.PhoneRings().Hears("Borealis Énergie", "donne des nouvelles", "I N C, 0 0 0, 0 0 1").Presses("1").IsHungUpOn();
    });
}

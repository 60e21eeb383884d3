using ChatSupport.Tests.Carriers.Twilio;

namespace ChatSupport.Tests.Voice;

/// <summary>Nobody knows the number: a code and a PIN help, a message is kept, and nobody is kept awake by strangers.</summary>
public sealed class StrangerTests
{
    private const string Night = "2026-12-06T03:05:00+01:00";

    [Fact]
    public Task Code_and_pin_tell_whose_call_it_is() => PhoneStory.At(Night, async story =>
    {
        await story.Stranger.Dials().Hears("Nous ne connaissons pas ce numéro", "We do not know this number").Presses("4711#").Hears("code secret").Presses("2468#")
            .Hears("Borealis Énergie", "I N C, 0 0 0, 0 0 1").HangsUp();
        await story.Claire.GetsText("votre appel est reçu");
        await story.NadiaTakesIt();
    });

    [Fact]
    public Task Three_wrong_pins_end_in_a_message_and_tell_nothing() => PhoneStory.At(Night, async story =>
    {
        await Wrong(Wrong(Wrong(story.Stranger.Dials(), "4711"), "4711"), "9999").Hears("Laissez un message").HeardNothingOf("Borealis", "I N C").HangsUp();
        Assert.Empty(await story.AllTickets());
    });

    [Fact]
    public Task A_number_that_guesses_too_often_may_not_guess_for_an_hour() => PhoneStory.At(Night, async story =>
    {
        await Wrong(Wrong(Wrong(story.Stranger.Dials(), "4711"), "4711"), "4711").Hears("Laissez un message").HangsUp();
        await Wrong(Wrong(Wrong(story.Stranger.Dials(), "4711"), "4711"), "4711").Hears("Laissez un message").HangsUp();
        await story.Stranger.Dials().Hears("Composez").Presses("4711#").Hears("Laissez un message").HangsUp();
        await story.Desk.ItIs("2026-12-06T04:10:00+01:00");
        await story.Stranger.Dials().Presses("4711#").Presses("2468#").Hears("Borealis").HangsUp();
        await story.Claire.GetsText("votre appel est reçu");
        await story.NadiaTakesIt();
    });

    [Fact]
    public Task A_message_of_nobody_knows_whom_wakes_the_person_on_call_who_can_hear_and_take_it() => PhoneStory.At(Night, async story =>
    {
        await LeavesMessage(story.Stranger);
        await story.Nadia.PhoneRings().Hears("numéro que nous ne connaissons pas", "+33, 6 3, 9 9, 8 0, 9 9, 9").Presses("2").Hears("♪ Ici la société Boréale ♪")
            .Presses("1").Hears("Ce message est à vous").IsHungUpOn();
        Assert.Empty(await story.AllTickets());
    });

    [Fact]
    public Task Whoever_takes_it_on_says_whose_it_is_and_the_hour_counts_from_when_it_was_left() => PhoneStory.At("2026-12-06T23:25:00+01:00", async story => // E10, E14, S18
    {
        await LeavesMessage(story.Stranger);
        await story.Nadia.PhoneRings().Presses("1").Hears("Ce message est à vous").IsHungUpOn();
        await story.Desk.ItIs("2026-12-06T23:50:00+01:00");
        var left = (await story.Desk.Shows("/api/voicemails")).Json.GetProperty("items")[0];
        Assert.Equal(("+33639980999", "nadia.benali"), (left.GetProperty("number").GetString(), left.GetProperty("handledBy").GetString()));
        await story.Desk.Asks(HttpMethod.Post, $"/api/voicemails/{left.GetProperty("id").GetString()}/attach", """{"by":"nadia.benali","client":"borealis","contact":"claire.morel","quoted":"INC-999999"}""");

        await story.Claire.GetsText("INC-000001", "00:25");
        var ticket = await story.TheTicketOf("borealis");
        Assert.Equal(DateTimeOffset.Parse("2026-12-07T00:25:00+01:00", null), ticket.Clock.DueAt);
        Assert.Contains("ticketQuoted", await story.Happened(ticket));
        // The message is on the ticket now, and is what whoever is paged for it hears.
        await story.Nadia.PhoneRings().Presses("2").Hears("♪ Ici la société Boréale ♪").Presses("1").Hears("est à vous").IsHungUpOn();
        await story.Claire.GetsText("Nadia Benali");
    });

    [Fact]
    public Task By_day_it_waits_for_whoever_reads_the_queue() => PhoneStory.At("2026-12-08T10:00:00+01:00", async story =>
    {
        await LeavesMessage(story.Stranger);
        Assert.Empty(await story.AllTickets());
    });

    [Fact]
    public Task One_number_wakes_nobody_twice_in_an_hour() => PhoneStory.At(Night, async story =>
    {
        await LeavesMessage(story.Stranger);
        await story.Nadia.PhoneRings().Presses("1").IsHungUpOn();
        await LeavesMessage(story.Stranger);
        await LeavesMessage(story.Stranger);
    });

    [Fact]
    public Task Many_strangers_wake_nobody_more_than_four_times_an_hour() => PhoneStory.At(Night, async story =>
    {
        for (var stranger = 1; stranger <= 6; stranger++)
        {
            await LeavesMessage(story.Carrier.Phone($"+3363998099{stranger}"));
            if (stranger <= 4)
                await story.Nadia.PhoneRings().Presses("1").IsHungUpOn();
        }
    });

    [Fact]
    public Task A_recognised_number_is_not_a_proof_and_hears_nothing_of_a_ticket() => PhoneStory.At(Night, async story =>
    {
        await story.Desk.Declares("claire.morel", ("title", "La base de facturation est perdue"));
        await story.Claire.Dials("TN-Validation-Failed-C").Hears("Votre appel est rattaché").HeardNothingOf("facturation", "injoignable", "Claire").HangsUp();
        await story.Claire.GetsText("votre appel est reçu");
        await story.NadiaTakesIt();

        var called = (await story.Desk.Timeline(await story.TheTicketOf("borealis"))).Single(happening => happening.Type == "called");
        Assert.Equal("TN-Validation-Failed-C", called.Detail.GetProperty("attestation").GetString());
    });

    private static Phone Wrong(Phone phone, string code) => phone.Hears("Composez").Presses($"{code}#").Hears("code secret").Presses("0000#");

    private static Phone LeavesMessage(Phone phone) => phone.Dials().SaysNothing().Hears("Laissez un message", "Leave a message").Speaks("Ici la société Boréale", 8).Presses("#").Hears("gardé").HangsUp();
}

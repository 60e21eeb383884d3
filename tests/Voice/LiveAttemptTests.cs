namespace ChatSupport.Tests.Voice;

/// <summary>The client is put through to somebody who presses a key, and to nobody else.</summary>
public sealed class LiveAttemptTests
{
    private const string Night = "2026-12-06T03:05:00+01:00";

    [Fact]
    public Task Whoever_presses_1_talks_to_the_client_and_has_the_ticket() => PhoneStory.At(Night, async story =>
    {
        var claire = story.Claire.Dials().Hears("être mis en relation").Presses("1").Hears("Nous appelons un ingénieur");
        await story.Nadia.PhoneRings().Hears("Borealis Énergie", "I N C, 0 0 0, 0 0 1", "Appuyez sur 1").Presses("1").IsPutThrough();
        await claire.IsPutThrough();

        var ticket = await story.TheTicketOf("borealis");
        Assert.Equal(("InProgress", "nadia.benali", "nadia.benali"), (ticket.Status, ticket.AcknowledgedBy, ticket.Assignee));
        await story.Nadia.HangsUp();
        await claire.Hears("Merci de votre appel", "I N C, 0 0 0, 0 0 1").IsHungUpOn();
        await claire.GetsText("votre appel est reçu").GetsText("Nadia Benali");
    });

    [Fact]
    public Task A_mailbox_is_nobody_and_the_next_engineer_is_called() => PhoneStory.At(Night, async story =>
    {
        var claire = story.Claire.Dials().SaysNothing();
        await story.Nadia.PhoneRings().IsAMailbox();
        await story.Tom.PhoneRings().Hears("Borealis Énergie", "Press 1").Presses("1").IsPutThrough();
        await claire.Hears("un autre ingénieur").IsPutThrough();

        Assert.Equal("tom.lefevre", (await story.TheTicketOf("borealis")).AcknowledgedBy);
        await claire.HangsUp();
        await claire.GetsText("votre appel est reçu").GetsText("Tom Lefèvre");
    });

    [Fact]
    public Task An_engineer_who_hangs_up_without_a_key_has_not_taken_it() => PhoneStory.At(Night, async story =>
    {
        var claire = story.Claire.Dials().SaysNothing();
        await story.Nadia.PhoneRings().Hears("Appuyez sur 1").HangsUp();
        await story.Tom.PhoneRings().IsBusy();
        await claire.Hears("Après le bip").HangsUp();
        await claire.GetsText("votre appel est reçu");

        Assert.Equal("Open", (await story.TheTicketOf("borealis")).Status);
        await story.NadiaTakesIt();
    });

    [Fact]
    public Task In_business_hours_those_on_duty_are_called_first() => PhoneStory.At("2026-12-08T10:00:00+01:00", async story =>
    {
        // Tom has the nights of this week; by day Nadia comes first.
        var paul = story.Paul.Dials().Hears("Méridien Logistique", "14:00").Presses("1");
        await story.Nadia.PhoneRings().Presses("1").IsPutThrough();
        await paul.IsPutThrough().HangsUp();
        Assert.Equal("nadia.benali", (await story.TheTicketOf("meridien")).AcknowledgedBy);
    });

    [Fact]
    public Task A_client_who_waits_is_told_when_somebody_takes_it_elsewhere() => PhoneStory.At(Night, async story =>
    {
        var claire = story.Claire.Dials().SaysNothing().Hears("Nous appelons");
        await story.Nadia.PhoneRings();
        await claire;
        await story.Desk.Does(await story.TheTicketOf("borealis"), "acknowledge", "tom.lefevre", "Je m’en occupe.");

        await story.Nadia.StopsRinging();
        await claire.Hears("vient d’être pris en charge par Tom Lefèvre", "Au revoir").IsHungUpOn();
        await claire.GetsText("votre appel est reçu").GetsText("Tom Lefèvre");
    });

    [Fact]
    public Task A_client_who_hangs_up_while_a_phone_rings_is_not_forgotten() => PhoneStory.At(Night, async story =>
    {
        var claire = story.Claire.Dials().SaysNothing().Hears("Nous appelons");
        await story.Nadia.PhoneRings();
        await claire.HangsUp();
        await story.Nadia.StopsRinging();
        await claire.GetsText("votre appel est reçu");

        await story.NadiaTakesIt();
        Assert.Equal("Met", (await story.TheTicketOf("borealis")).Clock.Standing);
    });
}

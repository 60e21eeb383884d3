using System.Globalization;
using ChatSupport.Tests.Delivery;

namespace ChatSupport.Tests.Voice;

/// <summary>Nobody picks up: what the client says is with a ticket by the time they hang up.</summary>
public sealed class VoicemailTests
{
    private const string Night = "2026-12-06T03:05:00+01:00";

    [Fact]
    public Task A_premium_client_at_three_in_the_morning_leaves_a_message_and_an_engineer_takes_it_with_one_key() => PhoneStory.At(Night, async story =>
    {
        await story.ClaireReachesTheBeep();
        await story.Claire.Speaks("Plus aucune machine ne répond. Ici Claire Morel de Borealis Énergie", 21).Presses("#")
            .Hears("Votre message est gardé").Presses("1").Hears("I N C, 0 0 0, 0 0 1", "Au revoir").IsHungUpOn();

        var ticket = await story.TheTicketOf("borealis");
        Assert.Equal(("P1", "phone", "claire.morel", "Running"), (ticket.Priority, ticket.Door, ticket.Contact, ticket.Clock.Standing));
        Assert.Equal(Paris("2026-12-06T03:05:00+01:00"), ticket.Clock.StartedAt);
        Assert.Equal(Paris("2026-12-06T04:05:00+01:00"), ticket.Clock.DueAt);

        await story.Nadia.PhoneRings().Hears("Incident P1", "Borealis Énergie", "I N C, 0 0 0, 0 0 1", "04:05", "Appuyez sur 1")
            .Presses("1").Hears("est à vous").IsHungUpOn();
        var taken = await story.Desk.Sees(ticket);
        Assert.Equal(("InProgress", "nadia.benali", "Met"), (taken.Status, taken.AcknowledgedBy, taken.Clock.Standing));
        await story.Claire.GetsText("INC-000001", "Nadia Benali");
    });

    [Fact]
    public Task Hanging_up_in_the_middle_of_the_message_keeps_what_was_said() => PhoneStory.At(Night, async story =>
    {
        await story.ClaireReachesTheBeep();
        await story.Claire.Speaks("Plus rien ne", 3).HangsUp();

        Assert.Contains("voicemailLeft", await story.Happened(await story.TheTicketOf("borealis")));
        await story.NadiaTakesIt();
    });

    [Fact]
    public Task Silence_is_asked_once_more_and_the_call_still_counts() => PhoneStory.At(Night, async story =>
    {
        await story.ClaireReachesTheBeep();
        await story.Claire.SaysNothing().Hears("Nous n’avons rien entendu").SaysNothing().Hears("votre appel compte", "Au revoir").IsHungUpOn();

        Assert.Equal(Paris("2026-12-06T04:05:00+01:00"), (await story.TheTicketOf("borealis")).Clock.DueAt);
        await story.NadiaTakesIt();
    });

    [Fact]
    public Task The_message_can_be_heard_again_and_said_again() => PhoneStory.At(Night, async story =>
    {
        await story.ClaireReachesTheBeep();
        await story.Claire.Speaks("Euh", 2).FallsSilent().Hears("2 pour l’écouter").Presses("2").Hears("♪ Euh ♪");
        await story.Desk.ItIsLaterBy("PT10S");
        await story.Claire.Presses("3").Hears("Après le bip").Speaks("Le réseau de fr1 est coupé", 9).Presses("#").Hears("gardé").HangsUp();

        // The latest is what the engineer hears.
        await story.Nadia.PhoneRings().Hears("Appuyez sur 2").Presses("2").Hears("♪ Le réseau de fr1 est coupé ♪").Presses("1").Hears("est à vous").IsHungUpOn();
        await story.Claire.GetsText("Nadia Benali");
    });

    [Fact]
    public Task A_message_comes_home_and_is_then_erased_at_the_carrier() => PhoneStory.At(Night, async story =>
    {
        await story.ClaireReachesTheBeep();
        story.Carrier.Faults.RecordingsMove = true;
        await story.Claire.Speaks("Le réseau de fr1 est coupé", 9).HangsUp();
        await story.NadiaTakesIt();

        await story.Carrier.RecordingErased.InTime();
        Assert.Equal(0, story.Carrier.KeptRecordings);
        var kept = Assert.Single(System.IO.Directory.GetFiles(System.IO.Path.Combine(story.Desk.Folder, "recordings")));
        Assert.Contains("réseau de fr1", await System.IO.File.ReadAllTextAsync(kept), StringComparison.Ordinal);
    });

    [Fact]
    public Task What_a_machine_understood_is_on_the_ticket_with_what_is_missing() => PhoneStory.At(Night, async story =>
    {
        await story.ClaireReachesTheBeep();
        await story.Claire.Speaks("Plus rien ne répond chez nous depuis deux heures. Rappelez Claire Morel", 12).HangsUp();
        await story.NadiaTakesIt();

        var heard = (await story.Desk.Timeline(await story.TheTicketOf("borealis"))).Single(happening => happening.Type == "transcribed");
        Assert.Equal("Plus rien ne répond chez nous depuis deux heures Rappelez Claire Morel", heard.Detail.GetProperty("text").GetString());
        Assert.Equal(["companyName"], heard.Detail.GetProperty("missing").EnumerateArray().Select(key => key.GetString()));
    });

    private static DateTimeOffset Paris(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}

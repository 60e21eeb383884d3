namespace ChatSupport.Tests.Voice;

/// <summary>Each hears their own language, with a voice of it: a client of a French company, and an engineer, who read English.</summary>
public sealed class EnglishTests
{
    [Fact]
    public Task An_english_contact_and_an_english_engineer_hear_english_throughout() => PhoneStory.At("2026-12-13T03:05:00+01:00", async story =>
    {
        var yanis = story.Yanis.Dials().Hears("Technical support, hello Borealis Énergie", "I N C, 0 0 0, 0 0 1", "04:05", "press 1").SaysNothing().Hears("We are calling an engineer");
        await story.Tom.PhoneRings().Hears("Borealis Énergie is on the line", "Press 1").SaysNothing().IsHungUpOn();
        await story.Nadia.PhoneRings().Hears("est en ligne").SaysNothing().IsHungUpOn();
        await yanis.Hears("describe the critical incident", "company", "first and last name").Speaks("Everything is down", 4).Presses("#")
            .Hears("Your message is kept").Presses("1").Hears("Thank you", "Goodbye").IsHungUpOn();
        await yanis.HeardNothingOf("Bonjour", "incident critique", "Patientez");

        await story.Tom.PhoneRings().Hears("Support on call. Incident P1", "A first answer is due before", "Press 2").Presses("2").Hears("♪ Everything is down ♪")
            .Presses("1").Hears("is yours, and the client is told").IsHungUpOn();
        await story.Tom.HeardNothingOf("Appuyez", "Astreinte");
    });
}

using ChatSupport.Desk.Storage;

namespace ChatSupport.Tests.Dialogs;

/// <summary>What engineers agree about the rota, said in chat, and whether it counts.</summary>
public sealed class OnCallTests
{
    private const string Now = "2026-11-23T10:05:00+01:00";

    [Theory]
    [InlineData("je prends l'astreinte")]
    [InlineData("take over")]
    public async Task Whoever_takes_over_is_on_call_until_the_next_handover(string says)
    {
        await using var desk = await DialogDesk.At(Now);
        (await desk.Meets("nadia.benali").Says(says)).Hears("Nadia Benali est d'astreinte du lundi 23 novembre 2026 à 10:05 au lundi 30 novembre 2026 à 09:00");
        (await desk.Meets("tom.lefevre").Says("who is on call")).Hears("Nadia Benali");
    }

    [Theory]
    [InlineData("passer l'astreinte à Sylvie")]
    [InlineData("hand over on call to sylvie roux")]
    public async Task On_call_is_handed_over_by_name(string says)
    {
        await using var desk = await DialogDesk.At(Now);
        (await desk.Meets("nadia.benali").Says(says)).Hears("Sylvie Roux est d'astreinte", "n'a pas de numéro de téléphone");
        (await desk.Meets("nadia.benali").Says("astreinte")).Hears("D'astreinte jusqu'au lundi 30 novembre 2026 à 09:00 : Sylvie Roux");
    }

    [Theory]
    [InlineData("échanger la nuit du 24/12 avec Nadia", "du jeudi 24 décembre 2026 à 19:00 au vendredi 25 décembre 2026 à 09:00")]
    [InlineData("swap tonight with nadia", "du lundi 23 novembre 2026 à 19:00 au mardi 24 novembre 2026 à 09:00")]
    [InlineData("donner la nuit de demain à nadia", "du mardi 24 novembre 2026 à 19:00 au mercredi 25 novembre 2026 à 09:00")]
    public async Task A_night_is_given_away_by_its_date(string says, string hears)
    {
        await using var desk = await DialogDesk.At(Now);
        (await desk.Meets("sylvie.roux").Says(says)).Hears($"Nadia Benali est d'astreinte {hears}");
    }

    [Fact]
    public async Task Without_a_name_the_others_are_offered()
    {
        await using var desk = await DialogDesk.At(Now);
        var nadia = await desk.Meets("nadia.benali").Says("échanger la nuit du 24/12");
        nadia.Hears("Qui sera d'astreinte à la place ?");
        (await nadia.Clicks("Tom Lefèvre")).Hears("Tom Lefèvre est d'astreinte du jeudi 24 décembre 2026 à 19:00");
    }

    [Fact]
    public async Task A_test_of_the_phone_needs_a_number_and_a_phone()
    {
        await using var desk = await DialogDesk.At(Now);
        (await desk.Meets("sylvie.roux").Says("tester l'alerte")).Hears("L'annuaire ne contient pas votre numéro");
        (await desk.Meets("tom.lefevre").Says("test page")).Hears("This desk has no phone connected");
    }

    [Fact]
    public async Task A_message_of_nobody_knows_whom_is_attached_with_one_press()
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Writes(session => session.TryAddVoicemail(new VoicemailRow("RE1", "CA1", "+33611223344", desk.Now, 20)));
        var nadia = await desk.Meets("nadia.benali").Says("messages vocaux");
        nadia.Hears("du numéro +33611223344, 20 s", "[Borealis Énergie]").DoesNotHear("Studio Kite");
        (await nadia.Clicks("Borealis Énergie")).Hears("Le message est sur INC-000001", "<INC-000001>");
        (await desk.Meets("tom.lefevre").Says("voicemails")).Hears("No message waits to be identified.");
        Assert.Equal("borealis", (await desk.Ticket("INC-000001")).Client);
    }
}

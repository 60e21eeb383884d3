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
    [InlineData("donner la nuit du 24/12 à Nadia", "du jeudi 24 décembre 2026 à 19:00 au vendredi 25 décembre 2026 à 09:00")]
    [InlineData("give tonight to nadia", "du lundi 23 novembre 2026 à 19:00 au mardi 24 novembre 2026 à 09:00")]
    [InlineData("donner la nuit de demain à nadia", "du mardi 24 novembre 2026 à 19:00 au mercredi 25 novembre 2026 à 09:00")]
    public async Task A_night_is_given_away_by_its_date(string says, string hears)
    {
        await using var desk = await DialogDesk.At(Now);
        (await desk.Meets("sylvie.roux").Says(says)).Hears($"Nadia Benali est d'astreinte {hears}");
    }

    [Theory]
    [InlineData("échanger la nuit du 24/11 avec Nadia", "24")] // Tom's week, and his to swap
    [InlineData("swap the night of 24/11 with nadia", "24")]
    [InlineData("swap tonight with nadia", "23")]
    public async Task A_night_is_swapped_for_the_next_night_of_the_other(string says, string day)
    {
        await using var desk = await DialogDesk.At(Now);
        (await desk.Meets("tom.lefevre").Says(says)).Hears("Nadia Benali is on call from", $"{day} November 2026 at 19:00", "Tom Lefèvre is on call from", "30 November 2026 at 19:00");
        desk.ItIs($"2026-11-{day}T23:00:00+01:00");
        (await desk.Meets("tom.lefevre").Says("who is on call")).Hears("On call until", "Nadia Benali");
        desk.ItIs("2026-11-30T23:00:00+01:00");
        (await desk.Meets("tom.lefevre").Says("who is on call")).Hears("1 December 2026 at 09:00: Tom Lefèvre");
    }

    [Fact]
    public async Task Who_asks_for_the_night_of_the_other_gives_their_own_next_one()
    {
        await using var desk = await DialogDesk.At(Now);
        (await desk.Meets("nadia.benali").Says("échanger la nuit du 24/11 avec Tom")).Hears(
            "Nadia Benali est d'astreinte du mardi 24 novembre 2026 à 19:00", "Tom Lefèvre est d'astreinte du lundi 30 novembre 2026 à 19:00");
    }

    [Fact]
    public async Task Nobody_swaps_a_night_that_is_neither_of_the_twos()
    {
        await using var desk = await DialogDesk.At(Now);
        var sylvie = await desk.Meets("sylvie.roux").Says("échanger la nuit du 24/11 avec Nadia");
        sylvie.Hears("c'est Tom Lefèvre qui est d'astreinte");
        (await sylvie.Clicks("Donner une nuit")).Hears("Nadia Benali est d'astreinte du mardi 24 novembre 2026 à 19:00");
    }

    [Fact]
    public async Task Who_has_no_night_to_give_in_exchange_is_given_one()
    {
        await using var desk = await DialogDesk.At(Now);
        var tom = await desk.Meets("tom.lefevre").Says("swap tonight with sylvie");
        tom.Hears("Sylvie Roux has no night");
        (await tom.Clicks("Give a night")).Hears("Sylvie Roux is on call from Monday 23 November 2026 at 19:00");
    }

    [Fact]
    public async Task Without_a_name_the_others_are_offered()
    {
        await using var desk = await DialogDesk.At(Now);
        var nadia = await desk.Meets("nadia.benali").Says("donner la nuit du 24/12");
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

namespace ChatSupport.Tests.Carriers.Twilio;

/// <summary>The carrier itself, on a desk that answers from a script.</summary>
public sealed class CallWalkTests
{
    private const string Claire = "+33639980101";
    private const string Nadia = "+33639980301";

    [Fact]
    public async Task A_request_is_signed_over_the_public_address_wherever_the_desk_listens()
    {
        await using var desk = await ScriptedDesk.Start();
        desk.At("/voice/answer", "<Hangup/>");
        await desk.Carrier.Phone(Claire).Dials("TN-Validation-Passed-A").IsHungUpOn();

        var (_, form, signature) = desk.Asked.First();
        Assert.Equal(TwilioSignature.Of(TwilioCarrier.AuthToken, "https://desk.example/voice/answer", form), signature);
        Assert.Equal(("ringing", "inbound", Claire, "TN-Validation-Passed-A"), (form["CallStatus"], form["Direction"], form["From"], form["StirVerstat"]));
        await desk.Carrier.EndsQuietly();
        Assert.Equal("completed", desk.About("/voice/status")[0]["CallStatus"]);
    }

    [Fact]
    public async Task Keys_go_to_the_action_and_silence_goes_on_to_the_next_verb()
    {
        await using var desk = await ScriptedDesk.Start();
        desk.At("/voice/answer", $"""<Gather numDigits="1" action="/chosen">{Say("Appuyez sur 1.")}</Gather>{Say("Rien.")}<Redirect>/voice/answer</Redirect>""")
            .At("/chosen", $"{Say("Merci.")}<Hangup/>");
        await desk.Carrier.Phone(Claire).Dials().Hears("Appuyez").SaysNothing().Hears("Rien.", "Appuyez").Presses("1").Hears("Merci").IsHungUpOn();

        Assert.Equal("1", desk.About("/chosen")[0]["Digits"]);
        await desk.Carrier.EndsQuietly();
    }

    [Fact]
    public async Task A_message_that_ends_with_the_call_is_kept_and_told_with_it()
    {
        await using var desk = await ScriptedDesk.Start();
        desk.At("/voice/answer", """<Start><Transcription languageCode="fr-FR" statusCallbackUrl="/heard"/></Start><Record action="/kept" recordingStatusCallback="/recorded"/>""");
        await desk.Carrier.Phone(Claire).Dials().Speaks("Plus rien ne répond. Ici Claire Morel", 17).HangsUp();
        await desk.Carrier.EndsQuietly();

        Assert.Equal(("hangup", "17", "completed"), (desk.About("/kept")[0]["Digits"], desk.About("/kept")[0]["RecordingDuration"], desk.About("/kept")[0]["CallStatus"]));
        Assert.Equal("completed", desk.About("/recorded")[0]["RecordingStatus"]);
        Assert.Equal(["transcription-started", "transcription-content", "transcription-content", "transcription-stopped"], desk.About("/heard").Select(told => told["TranscriptionEvent"]));
    }

    [Fact]
    public async Task Nothing_said_after_the_beep_is_no_recording()
    {
        await using var desk = await ScriptedDesk.Start();
        desk.At("/voice/answer", $"""<Record action="/kept" recordingStatusCallback="/recorded" recordingStatusCallbackEvent="completed absent"/>{Say("Rien entendu.")}""");
        await desk.Carrier.Phone(Claire).Dials().SaysNothing().Hears("Rien entendu.").IsHungUpOn();
        await desk.Carrier.EndsQuietly();

        Assert.Empty(desk.About("/kept"));
        Assert.Equal("absent", desk.About("/recorded")[0]["RecordingStatus"]);
    }

    [Fact]
    public async Task Whoever_presses_the_key_of_the_whisper_is_put_through()
    {
        await using var desk = await PuttingThrough();
        var (claire, nadia) = (desk.Carrier.Phone(Claire).Dials(), desk.Carrier.Phone(Nadia));
        await nadia.PhoneRings().Hears("prendre").Presses("1").IsPutThrough();
        await claire.IsPutThrough();
        await nadia.HangsUp();
        await claire.Hears("Au revoir").IsHungUpOn();
        await desk.Carrier.EndsQuietly();

        Assert.Equal(("completed", "true"), (desk.About("/over")[0]["DialCallStatus"], desk.About("/over")[0]["DialBridged"]));
    }

    [Fact]
    public async Task A_mailbox_presses_no_key_and_nobody_is_put_through_to_it()
    {
        await using var desk = await PuttingThrough();
        var claire = desk.Carrier.Phone(Claire).Dials();
        await desk.Carrier.Phone(Nadia).PhoneRings().IsAMailbox();
        await claire.Hears("Au revoir").IsHungUpOn();
        await desk.Carrier.EndsQuietly();

        Assert.Equal("false", desk.About("/over")[0]["DialBridged"]);
    }

    [Theory]
    [InlineData("no-answer")]
    [InlineData("busy")]
    public async Task A_phone_that_nobody_answers_is_told_as_such(string status)
    {
        await using var desk = await PuttingThrough();
        var claire = desk.Carrier.Phone(Claire).Dials();
        await (status == "busy" ? desk.Carrier.Phone(Nadia).PhoneRings().IsBusy() : desk.Carrier.Phone(Nadia).PhoneRings().DoesNotAnswer());
        await claire.Hears("Au revoir").IsHungUpOn();
        await desk.Carrier.EndsQuietly();

        Assert.Equal(status, desk.About("/over")[0]["DialCallStatus"]);
    }

    [Fact]
    public async Task A_caller_who_hangs_up_stops_the_phone_that_rings_for_them()
    {
        await using var desk = await PuttingThrough();
        var (claire, nadia) = (desk.Carrier.Phone(Claire).Dials(), desk.Carrier.Phone(Nadia).PhoneRings());
        await nadia;
        await claire.HangsUp();
        await nadia.StopsRinging();
        await desk.Carrier.EndsQuietly();
    }

    [Fact]
    public async Task An_answer_that_fails_leads_to_the_fallback()
    {
        await using var desk = await ScriptedDesk.Start();
        desk.At("/voice/answer", "").At("/voice/fallback", $"{Say("Laissez un message.")}<Hangup/>");
        desk.Carrier.ExpectsFailures = true;
        await desk.Carrier.Phone(Claire).Dials().Hears("Laissez un message.").IsHungUpOn();

        Assert.Equal("11200", desk.About("/voice/fallback")[0]["ErrorCode"]);
    }

    [Fact]
    public async Task Reports_can_be_held_back_and_come_in_another_order_and_twice()
    {
        await using var desk = await ScriptedDesk.Start();
        desk.At("/voice/answer", """<Record action="/kept" recordingStatusCallback="/recorded"/>""").At("/kept", "<Hangup/>");
        desk.Carrier.Line.HoldsReports = true;
        await desk.Carrier.Phone(Claire).Dials().Speaks("Allô").Presses("#").IsHungUpOn();
        Assert.Empty(desk.About("/recorded"));

        desk.Carrier.Line.Times = 2;
        desk.Carrier.Line.ReleasesReports();
        await desk.Carrier.EndsQuietly();
        Assert.Equal(["/voice/status", "/voice/status", "/recorded", "/recorded"], desk.Asked.Select(one => one.Path).Where(path => path is "/voice/status" or "/recorded"));
    }

    [Theory]
    [InlineData("<Speak>Bonjour.</Speak>")]
    [InlineData("<Say>Bonjour.</Say>")]
    public async Task An_answer_that_is_not_right_fails_the_story(string verbs)
    {
        await using var desk = await ScriptedDesk.Start();
        desk.At("/voice/answer", verbs);
        await desk.Carrier.Phone(Claire).Dials().IsHungUpOn();

        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(desk.Carrier.EndsQuietly);
    }

    private static async Task<ScriptedDesk> PuttingThrough() => (await ScriptedDesk.Start())
        .At("/voice/answer", $"""{Say("Nous appelons.")}<Dial action="/over"><Number url="/whisper">{Nadia}</Number></Dial>""")
        .At("/whisper", $"""<Gather numDigits="1" action="/taken">{Say("Appuyez sur 1 pour prendre l'appel.")}</Gather><Hangup/>""")
        .At("/taken", Say("Vous êtes en relation."))
        .At("/over", $"{Say("Au revoir.")}<Hangup/>");

    private static string Say(string words) => $"""<Say voice="Polly.Lea-Neural" language="fr-FR">{words}</Say>""";
}

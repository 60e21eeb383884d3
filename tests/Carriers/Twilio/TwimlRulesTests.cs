namespace ChatSupport.Tests.Carriers.Twilio;

public sealed class TwimlRulesTests
{
    private const string Say = """<Say voice="Polly.Lea-Neural" language="fr-FR">Bonjour.</Say>""";

    [Theory]
    [InlineData(Say)]
    [InlineData($"""<Gather input="dtmf" numDigits="1" timeout="5" action="/voice/step?turn=1" method="POST" actionOnEmptyResult="true">{Say}<Pause length="1"/></Gather>""")]
    [InlineData("""<Record action="/a" maxLength="180" timeout="5" finishOnKey="#" recordingStatusCallback="/b" recordingStatusCallbackEvent="completed absent"/>""")]
    [InlineData("""<Dial action="/a" timeout="20" callerId="+33199000000"><Number url="/w">+33639980301</Number></Dial>""")]
    [InlineData("""<Start><Transcription languageCode="fr-FR" track="inbound_track" statusCallbackUrl="/t"/></Start><Hangup/>""")]
    public void What_Twilio_documents_is_right(string verbs) => Assert.Empty(Findings(verbs));

    [Theory]
    [InlineData("<Speak>Bonjour.</Speak>", "<Speak> in <Response>")]
    [InlineData("""<Gather numdigits="1"/>""", "numdigits")]
    [InlineData("""<Gather timeout="0"/>""", "timeout")]
    [InlineData("""<Gather><Record/></Gather>""", "<Record> in <Gather>")]
    [InlineData("<Say>Bonjour.</Say>", "without a voice or a language")]
    [InlineData("""<Say voice="Polly.Lea-Neural" language="en-GB">Hello.</Say>""", "a voice of another language")]
    [InlineData("""<Say voice="Polly.Nobody" language="fr-FR">Bonjour.</Say>""", "Polly.Nobody")]
    [InlineData("""<Say voice="Polly.Lea" language="fr-FR"> </Say>""", "without a text")]
    [InlineData("<Record transcribe=\"true\"/>", "transcribe")]
    [InlineData("""<Redirect>/a</Redirect><Hangup/>""", "never reached")]
    [InlineData("<Dial>+33639980301</Dial>", "with a text")]
    [InlineData("<Enqueue/>", "<Enqueue>")]
    [InlineData("<Say", "")]
    public void What_it_does_not_is_found(string verbs, string finding) => Assert.Contains(Findings(verbs), found => found.Contains(finding, StringComparison.Ordinal));

    [Fact]
    public void Somebody_who_is_put_through_is_not_recorded() =>
        Assert.Contains(TwimlRules.Read("<Response><Record/></Response>", whisper: true).Findings, found => found.Contains("whisper", StringComparison.Ordinal));

    [Fact]
    public void An_answer_has_at_most_64_kilobytes() =>
        Assert.Contains("more than 64 KB", TwimlRules.Read($"<Response><!--{new string('x', 70_000)}--></Response>").Findings);

    private static IReadOnlyList<string> Findings(string verbs) => TwimlRules.Read($"<Response>{verbs}</Response>").Findings;
}

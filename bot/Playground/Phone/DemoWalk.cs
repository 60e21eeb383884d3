using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

namespace ChatSupport.Bot.Playground.Phone;

/// <summary>Carries out what the desk answers on one leg of a call, verb by verb, as Twilio does with the verbs that the desk uses.</summary>
internal sealed class DemoWalk(DemoExchange exchange, DemoWebhooks desk, DemoCall call)
{
    private string here = "";
    private (string, string)[] news = [];
    private string? transcription;
    private string transcriptionSid = "";
    private int sequence;

    /// <returns>Whether somebody is still on the line at the end of an answer: whoever was asked in a whisper is then put through.</returns>
    public async Task<bool> Go(string start)
    {
        here = start;
        while (true)
        {
            try
            {
                var response = await call.Meanwhile(desk.Ask(call, here, news));
                news = [];
                if (call.Status != "in-progress")
                    call.Is("in-progress", Prompt.Nothing);
                if (response is null || !await Follow(response))
                    return response is not null && call.Prompt != Prompt.Over;
            }
            catch (CallInterruptedException interrupted) when (interrupted.By is Doing.GoesTo(var url))
            {
                (here, news) = (url, []);
            }
            catch (CallInterruptedException)
            {
                return false;
            }
        }
    }

    /// <summary>Nobody is left to listen to.</summary>
    public void StopListening()
    {
        if (transcription is not null)
            Transcribed("transcription-stopped");
        transcription = null;
    }

    /// <returns>Whether there is somewhere to go on.</returns>
    private async Task<bool> Follow(XElement response)
    {
        foreach (var verb in response.Elements())
        {
            switch (verb.Name.LocalName)
            {
                case "Say" or "Play":
                    Hear(verb);
                    break;
                case "Gather" when await Gather(verb):
                case "Record" when await Record(verb):
                case "Dial" when await Dial(verb):
                case "Redirect" when Next(verb.Value):
                    return true;
                case "Start":
                    StartListening(verb.Element("Transcription")!);
                    break;
                case "Stop":
                    StopListening();
                    break;
                case "Hangup":
                    call.Is("completed", Prompt.Over);
                    return false;
            }
        }
        return false;
    }

    private void Hear(XElement verb) => call.Hears(verb.Name == "Say"
        ? new HeardLine(verb.Value, (string?)verb.Attribute("language") ?? "", "")
        : new HeardLine("", "", new Uri(Whole(verb.Value)).PathAndQuery));

    private async Task<bool> Gather(XElement gather)
    {
        foreach (var verb in gather.Elements())
            Hear(verb);
        var keys = await call.Asks((int?)gather.Attribute("numDigits") == 1 ? Prompt.Key : Prompt.Keys) is Doing.Keys pressed ? pressed.Digits : "";
        return (keys.Length > 0 || (string?)gather.Attribute("actionOnEmptyResult") == "true") && Next(Action(gather), ("Digits", keys));
    }

    private async Task<bool> Record(XElement record)
    {
        if (await call.Asks(Prompt.Message) is not Doing.Speaks message)
            return false;
        var sid = exchange.Keep(message.Sound);
        (string, string)[] facts = [("RecordingSid", sid), ("RecordingUrl", exchange.Line.Whole($"{exchange.Line.Root}Recordings/{sid}")), ("RecordingDuration", message.Seconds.ToString(CultureInfo.InvariantCulture))];
        if (message.Words.Length > 0 && transcription is not null)
            Transcribed("transcription-content", ("TranscriptionData", JsonSerializer.Serialize(new { transcript = message.Words, confidence = 0.9 })), ("Final", "true"));
        if ((string?)record.Attribute("recordingStatusCallback") is { } callback)
            desk.Tell(call, Whole(callback), [.. facts, ("RecordingStatus", "completed"), ("RecordingSource", "RecordVerb")]);
        if (!message.HangsUp)
            return Next(Action(record), [.. facts, ("Digits", "#")]);
        desk.Tell(call, Whole(Action(record)), [.. facts, ("Digits", "hangup")]);
        throw new CallInterruptedException(new Doing.Ends());
    }

    private async Task<bool> Dial(XElement dial)
    {
        var number = dial.Element("Number")!;
        var other = exchange.PutThrough(call, (string?)dial.Attribute("callerId") ?? call.From, number.Value, Whole((string)number.Attribute("url")!), out var answered);
        try
        {
            if (await call.Meanwhile(answered))
            {
                call.Is(call.Status, Prompt.Talking);
                await call.Meanwhile(Ended(other));
            }
        }
        catch (CallInterruptedException)
        {
            other.Does(new Doing.Ends("no-answer"));
            throw;
        }
        call.Is(call.Status, Prompt.Nothing);
        return Next(Action(dial), ("DialCallStatus", other.Status), ("DialCallSid", other.Sid));
    }

    private static async Task<bool> Ended(DemoCall other)
    {
        await other.Over;
        return true;
    }

    private void StartListening(XElement start)
    {
        (transcription, transcriptionSid, sequence) = (Whole((string)start.Attribute("statusCallbackUrl")!), DemoCall.NewSid("GT"), 0);
        Transcribed("transcription-started");
    }

    private void Transcribed(string what, params (string, string)[] more) => desk.Tell(call, transcription!,
        [("TranscriptionEvent", what), ("TranscriptionSid", transcriptionSid), ("SequenceId", (++sequence).ToString(CultureInfo.InvariantCulture)), .. more]);

    private string Action(XElement verb) => (string?)verb.Attribute("action") ?? here;

    private bool Next(string url, params (string, string)[] with)
    {
        (here, news) = (Whole(url), with);
        return true;
    }

    private string Whole(string url) => new Uri(new Uri(here), url).ToString();
}

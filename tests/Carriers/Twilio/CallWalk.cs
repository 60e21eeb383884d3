using System.Globalization;
using System.Xml.Linq;

namespace ChatSupport.Tests.Carriers.Twilio;

/// <summary>Carries out the desk's answers on one leg, verb by verb, until nobody is on the line any more.</summary>
internal sealed class CallWalk(TwilioCarrier carrier, Leg leg)
{
    /// <summary>A call that asks more often than this goes round in circles.</summary>
    private const int MostQuestions = 80;

    private string here = "";
    private List<KeyValuePair<string, string>> news = [];
    private int questions;
    private string? transcription;
    private int sequence;

    /// <param name="start">Where the desk says what is to be done.</param>
    /// <param name="fallback">Where it is asked when that fails.</param>
    /// <returns>Whether the walk came to the end of an answer with somebody still on the line, as a whisper does before the two are connected.</returns>
    public async Task<bool> Go(string start, string? fallback, params KeyValuePair<string, string>[] with)
    {
        (here, news) = (start, [.. with]);
        while (true)
        {
            try
            {
                if (await Ask(fallback) is not { } response)
                    return false;
                if (await Follow(response))
                    continue;
                return leg.Stage != Stage.Over;
            }
            catch (InterruptedException interrupted) when (interrupted.By is Doing.Redirected(var url))
            {
                leg.GoesOn();
                (here, news) = (url, []);
            }
            catch (InterruptedException)
            {
                return false;
            }
            finally
            {
                if (leg.Stage == Stage.Over)
                    StopTranscribing();
            }
        }
    }

    /// <summary>Nobody is on this line any more: what was being written down is finished.</summary>
    public void StopTranscribing()
    {
        if (transcription is not null)
            Transcribed("transcription-stopped");
        transcription = null;
    }

    private async Task<XElement?> Ask(string? fallback)
    {
        if (++questions > MostQuestions)
            throw new InvalidOperationException($"the call goes round in circles at {here}");
        var answer = await leg.Meanwhile(carrier.Line.Ask(here, TwilioCarrier.About(leg, news)));
        if (!answer.IsGood && fallback is not null && fallback != here)
        {
            carrier.Finds($"{here} failed: {answer.Failure}");
            (news, here) = ([new("ErrorCode", "11200"), new("ErrorUrl", here)], fallback);
            answer = await leg.Meanwhile(carrier.Line.Ask(here, TwilioCarrier.About(leg, news)));
        }
        news = [];
        if (leg.Status == "ringing")
            leg.Is("in-progress", Stage.Busy);
        if (!answer.IsGood || answer.Type is not ("text/xml" or "application/xml"))
        {
            carrier.Finds($"{here} answered {answer.Failure} {answer.Type}");
            leg.Hears("We are sorry, an application error has occurred. Goodbye.");
            return null;
        }
        var (response, findings) = TwimlRules.Read(answer.Text, whisper: leg.Direction == "outbound-dial");
        foreach (var finding in findings)
            carrier.Finds($"{here}: {finding}");
        if (response is not null)
            leg.Answers.Add(response);
        return response;
    }

    /// <returns>Whether there is somewhere to go on.</returns>
    private async Task<bool> Follow(XElement response)
    {
        foreach (var verb in response.Elements())
        {
            switch (verb.Name.LocalName)
            {
                case "Say" or "Play" or "Pause":
                    await Hear(verb);
                    break;
                case "Gather" when await Gather(verb):
                case "Record" when await Record(verb):
                case "Dial" when await Dial(verb):
                case "Redirect" when Next(verb.Value):
                    return true;
                case "Start":
                    Transcribe(verb.Element("Transcription")!);
                    break;
                case "Stop":
                    StopTranscribing();
                    break;
                case "Hangup" or "Reject":
                    leg.Is("completed", Stage.Over);
                    return false;
            }
            if (leg.Stage == Stage.Over)
                return false;
        }
        return false;
    }

    private async Task Hear(XElement verb)
    {
        if (verb.Name == "Say")
            leg.Hears(verb.Value);
        else if (verb.Name == "Play")
            leg.Hears(await carrier.Play(Whole(verb.Value)));
    }

    private async Task<bool> Gather(XElement gather)
    {
        foreach (var verb in gather.Elements())
            await Hear(verb);
        switch (await leg.Asks(Stage.Gathering, gather))
        {
            case Doing.Keys(var keys):
                return Next(Action(gather), new("Digits", Taken(gather, keys)), new("msg", "Gather End"), new("FinishedOnKey", keys is [.., '#'] ? "#" : ""));
            case Doing.Words(var words):
                return Next(Action(gather), new("SpeechResult", words), new("Confidence", "0.91"), new("Language", (string?)gather.Attribute("language") ?? "en-US"));
            default:
                return (string?)gather.Attribute("actionOnEmptyResult") == "true" && Next(Action(gather), new("Digits", ""), new("msg", "Gather End"));
        }
    }

    private string Taken(XElement gather, string keys)
    {
        var most = (int?)gather.Attribute("numDigits") ?? int.MaxValue;
        var taken = (string?)gather.Attribute("finishOnKey") is "" ? keys : keys.TrimEnd(((string?)gather.Attribute("finishOnKey") ?? "#")[0]);
        if (taken.Length > most)
            carrier.Finds($"{keys} was pressed where {most} key is taken");
        return taken;
    }

    private async Task<bool> Record(XElement record)
    {
        leg.Said = default;
        Doing ended;
        try
        {
            ended = await leg.Asks(Stage.Recording, record);
        }
        catch (InterruptedException interrupted) when (interrupted.By is Doing.HangsUp)
        {
            ended = interrupted.By;
        }
        var callback = (string?)record.Attribute("recordingStatusCallback");
        if (leg.Said.Seconds == 0)
        {
            if (callback is not null && ((string?)record.Attribute("recordingStatusCallbackEvent") ?? "").Contains("absent", StringComparison.Ordinal))
                carrier.Line.Tell(Whole(callback), TwilioCarrier.About(leg, new("RecordingStatus", "absent"), new("RecordingSource", "RecordVerb")));
            return ended is Doing.HangsUp ? throw new InterruptedException(ended) : false;
        }
        var recording = carrier.Keep(leg);
        Utter();
        if (ended is Doing.HangsUp)
            leg.Is("completed", Stage.Over);
        if (callback is not null)
            carrier.Line.Tell(Whole(callback), TwilioCarrier.About(leg, [.. recording.Facts, new("RecordingStatus", "completed"), new("RecordingChannels", "1"), new("RecordingSource", "RecordVerb"), new("RecordingTrack", "inbound"), new("ErrorCode", "0")]));
        Next(Action(record), [.. recording.Facts, .. DigitsOf(ended)]);
        return ended is not Doing.HangsUp || await Farewell();
    }

    private static KeyValuePair<string, string>[] DigitsOf(Doing ended) => ended switch
    {
        Doing.Keys(var key) => [new("Digits", key)],
        Doing.HangsUp => [new("Digits", "hangup")],
        _ => [],
    };

    private async Task<bool> Dial(XElement dial)
    {
        var number = dial.Element("Number")!;
        if ((string?)dial.Attribute("callerId") is { } shown && shown != TwilioCarrier.Number && shown != leg.From)
            carrier.Finds($"callerId {shown} is neither the account's nor the caller's");
        var other = new Leg((string?)dial.Attribute("callerId") ?? leg.From, number.Value, "outbound-dial", leg);
        var started = carrier.Rings(other, new Placed(
            (string?)number.Attribute("url") is { } url ? Whole(url) : null, null,
            (string?)number.Attribute("statusCallback") is { } status ? Whole(status) : null,
            ((string?)number.Attribute("statusCallbackEvent") ?? "completed").Split(' '), (string?)number.Attribute("machineDetection")));
        leg.Is(leg.Status, Stage.Dialling);
        try
        {
            // The two talk until one of them hangs up.
            if (await leg.Meanwhile(started))
            {
                leg.Is(leg.Status, Stage.Connected);
                await leg.Meanwhile(other.Ended);
            }
        }
        catch (InterruptedException interrupted)
        {
            var bridged = other.Stage == Stage.Connected;
            other.Does(new Doing.Ended());
            await started;
            if (interrupted.By is Doing.Redirected)
                throw;
            leg.Is("completed", Stage.Over);
            Next(Action(dial), [new("DialCallStatus", bridged ? "completed" : "canceled"), new("DialCallSid", other.Sid)]);
            return await Farewell();
        }
        leg.Is(leg.Status, Stage.Busy);
        return dial.Attribute("action") is not null && Next(Action(dial), [
            new("DialCallStatus", other.Status == "in-progress" ? "completed" : other.Status), new("DialCallSid", other.Sid),
            new("DialBridged", await started ? "true" : "false"), new("DialCallDuration", await started ? "42" : "0")]);
    }

    /// <summary>The action is still told when nobody listens to what it answers.</summary>
    private async Task<bool> Farewell()
    {
        await carrier.Line.Ask(here, TwilioCarrier.About(leg, news));
        return false;
    }

    private void Transcribe(XElement start)
    {
        transcription = Whole((string)start.Attribute("statusCallbackUrl")!);
        leg.Extra["TranscriptionSid"] = Leg.NewSid("GT");
        leg.Extra["LanguageCode"] = (string?)start.Attribute("languageCode") ?? "en-US";
        sequence = 0;
        Transcribed("transcription-started");
    }

    /// <summary>What was said comes in pieces, as a machine hears sentences.</summary>
    private void Utter()
    {
        if (transcription is null)
            return;
        foreach (var sentence in leg.Said.Words.Split(". ", StringSplitOptions.RemoveEmptyEntries))
            Transcribed("transcription-content", new("TranscriptionData", $$"""{"transcript":{{System.Text.Json.JsonSerializer.Serialize(sentence)}},"confidence":0.94}"""), new("Final", "true"), new("Track", "inbound_track"));
    }

    private void Transcribed(string what, params KeyValuePair<string, string>[] more) => carrier.Line.Tell(transcription!, TwilioCarrier.About(leg, [
        new("TranscriptionEvent", what), new("TranscriptionSid", leg.Extra["TranscriptionSid"]), new("SequenceId", (++sequence).ToString(CultureInfo.InvariantCulture)),
        new("LanguageCode", leg.Extra["LanguageCode"]), .. more]));

    private string Action(XElement verb) => (string?)verb.Attribute("action") ?? here;

    private bool Next(string url, params KeyValuePair<string, string>[] with)
    {
        (here, news) = (Whole(url), [.. with]);
        return true;
    }

    private string Whole(string url) => CarrierLine.Whole(here, url);
}

using System.Xml.Linq;
using ChatSupport.Desk.Language;
using Microsoft.AspNetCore.Http;

namespace ChatSupport.Voice.Carrier;

/// <summary>Something that the caller hears.</summary>
internal abstract record Spoken
{
    public sealed record Words(Tongue Tongue, Sentence What) : Spoken;

    /// <param name="Url">Of a recording.</param>
    public sealed record Sound(string Url) : Spoken;
}

/// <summary>How keys are taken: one key, or several ended by #.</summary>
internal enum KeyEntry
{
    One,
    Many,
}

/// <summary>An answer to the carrier: what it shall do, in this order.</summary>
internal sealed class Twiml : IResult
{
    private readonly XElement response = new("Response");

    public Twiml Say(params IEnumerable<Spoken> heard)
    {
        response.Add(heard.Select(Element));
        return this;
    }

    /// <summary>Takes keys while all of it is heard: a key pressed early counts. Silence comes to <paramref name="action"/> as well.</summary>
    public Twiml Gather(string action, KeyEntry entry, int seconds, params IEnumerable<Spoken> heard)
    {
        response.Add(new XElement("Gather",
            new XAttribute("input", "dtmf"),
            entry == KeyEntry.One ? new XAttribute("numDigits", 1) : new XAttribute("finishOnKey", "#"),
            new XAttribute("timeout", seconds),
            new XAttribute("action", action),
            new XAttribute("method", "POST"),
            new XAttribute("actionOnEmptyResult", "true"),
            heard.Select(Element)));
        return Redirect(action);
    }

    /// <summary>Records after a beep until #, silence or hanging up; what follows is carried out only when nothing was said.</summary>
    public Twiml Record(string action, string callback, int mostSeconds, int silence)
    {
        response.Add(new XElement("Record",
            new XAttribute("action", action),
            new XAttribute("method", "POST"),
            new XAttribute("maxLength", mostSeconds),
            new XAttribute("timeout", silence),
            new XAttribute("finishOnKey", "#"),
            new XAttribute("playBeep", "true"),
            new XAttribute("recordingStatusCallback", callback),
            new XAttribute("recordingStatusCallbackMethod", "POST"),
            new XAttribute("recordingStatusCallbackEvent", "completed")));
        return Redirect(action);
    }

    /// <param name="whisper">What the person called hears, alone, before the two are connected.</param>
    public Twiml Dial(string number, string callerId, string whisper, string action, int seconds)
    {
        response.Add(new XElement("Dial",
            new XAttribute("action", action),
            new XAttribute("method", "POST"),
            new XAttribute("timeout", seconds),
            new XAttribute("callerId", callerId),
            new XElement("Number", new XAttribute("url", whisper), new XAttribute("method", "POST"), number)));
        return this;
    }

    /// <summary>Lets the carrier write down what the caller says from here on.</summary>
    public Twiml Transcribe(string name, string language, string callback)
    {
        response.Add(new XElement("Start", new XElement("Transcription",
            new XAttribute("name", name),
            new XAttribute("languageCode", language),
            new XAttribute("track", "inbound_track"),
            new XAttribute("statusCallbackUrl", callback),
            new XAttribute("statusCallbackMethod", "POST"))));
        return this;
    }

    public Twiml StopTranscribing(string name)
    {
        response.Add(new XElement("Stop", new XElement("Transcription", new XAttribute("name", name))));
        return this;
    }

    public Twiml Pause(int seconds)
    {
        response.Add(new XElement("Pause", new XAttribute("length", seconds)));
        return this;
    }

    public Twiml Redirect(string url)
    {
        response.Add(new XElement("Redirect", new XAttribute("method", "POST"), url));
        return this;
    }

    public Twiml Hangup()
    {
        response.Add(new XElement("Hangup"));
        return this;
    }

    public override string ToString() => $"""<?xml version="1.0" encoding="UTF-8"?>{response.ToString(SaveOptions.DisableFormatting)}""";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "text/xml; charset=utf-8";
        return httpContext.Response.WriteAsync(ToString(), httpContext.RequestAborted);
    }

    private static XElement Element(Spoken spoken) => spoken switch
    {
        Spoken.Words(var tongue, var what) => new XElement("Say",
            new XAttribute("language", Voices.LanguageOf(tongue)), new XAttribute("voice", Voices.Of(tongue)), what.In(tongue)),
        Spoken.Sound(var url) => new XElement("Play", url),
        _ => throw new ArgumentOutOfRangeException(nameof(spoken)),
    };
}

/// <summary>A real, neural voice for each language.</summary>
internal static class Voices
{
    public static string Of(Tongue tongue) => tongue == Tongue.French ? "Polly.Lea-Neural" : "Polly.Amy-Neural";

    public static string LanguageOf(Tongue tongue) => tongue.Culture().Name;

    /// <summary>The language in which the carrier writes down what is said.</summary>
    public static string TranscribedLanguageOf(Tongue tongue) => tongue == Tongue.French ? "fr-FR" : "en-US";

    /// <summary>The same sentence in each of these languages.</summary>
    public static IEnumerable<Spoken> Said(this IEnumerable<Tongue> tongues, Sentence what) =>
        tongues.Select(tongue => new Spoken.Words(tongue, what));
}

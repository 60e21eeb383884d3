using System.IO;
using ChatSupport.Desk.People;

namespace ChatSupport.Bot.Playground.Phone;

/// <summary>What is done at the phones of the page. Each form says what its phone was asked when it was drawn; the answer to anything else comes too late.</summary>
internal static class PhoneEndpoints
{
    public static void MapPhones(this IEndpointRouteBuilder routes)
    {
        var phones = routes.MapGroup("/demo/phones").ExcludeFromDescription();
        phones.MapPost("", Dial);
        phones.MapPost("{sid}/{act}", Do).DisableRequestTimeout();
    }

    private static async Task<IResult> Dial(HttpRequest request, string? lang, DemoExchange exchange, LiveDirectory directory)
    {
        var from = (await request.ReadFormAsync()).TryGetValue("from", out var number) ? number.ToString() : "";
        if (exchange.Caller is null or { Prompt: Prompt.Over } && PhoneBook.Of(directory.Current).Any(entry => entry.Number == from))
            exchange.Dial(from);
        return Back(lang);
    }

    private static async Task<IResult> Do(string sid, string act, HttpRequest request, string? lang, DemoExchange exchange)
    {
        if (exchange.Find(sid) is { } call && await Read(act, request, call) is { } doing)
            call.Does(doing);
        return Back(lang);
    }

    /// <returns>Null when the phone does not wait for this.</returns>
    private static async Task<Doing?> Read(string act, HttpRequest request, DemoCall call) => (act, call.Prompt) switch
    {
        ("answer", Prompt.Ringing) => new Doing.Decides("in-progress"),
        ("ignore", Prompt.Ringing) => new Doing.Decides("no-answer"),
        ("mailbox", Prompt.Ringing) => new Doing.Decides("machine"),
        ("keys", Prompt.Key or Prompt.Keys) => new Doing.Keys((await request.ReadFormAsync())["digits"].ToString().TrimEnd('#')),
        ("silence", Prompt.Key or Prompt.Keys or Prompt.Message) => new Doing.Silence(),
        ("message", Prompt.Message) => await Message(request),
        // Whoever hangs up in the middle of a message has left it as far as it went.
        ("hang-up", Prompt.Message) => await Message(request) is Doing.Speaks said ? said with { HangsUp = true } : new Doing.Ends(),
        ("hang-up", not Prompt.Over) => new Doing.Ends(),
        _ => null,
    };

    private static async Task<Doing> Message(HttpRequest request)
    {
        if (!request.HasFormContentType)
            return new Doing.Silence();
        var form = await request.ReadFormAsync();
        var words = form["words"].ToString().Trim();
        using var kept = new MemoryStream();
        if (form.Files.GetFile("sound") is { Length: > 0 and <= DemoSound.MaxBytes } file)
            await file.CopyToAsync(kept);
        var sound = DemoSound.Seconds(kept.ToArray()) > 0 ? kept.ToArray() : words.Length > 0 ? DemoSound.Silence(words) : null;
        return sound is null ? new Doing.Silence() : new Doing.Speaks(sound, DemoSound.Seconds(sound), words);
    }

    private static SeeOther Back(string? lang) => new($"/{QueryString.Create("lang", lang ?? "")}#phones");
}

using System.Text;
using System.Text.Json;
using ChatSupport.Bot.Api;
using ChatSupport.Bot.Language;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Language;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using NodaTime;
using NodaTime.Text;

namespace ChatSupport.Bot.Playground;

/// <summary>How the clock is to be moved: by an ISO 8601 duration, or to an instant.</summary>
/// <param name="BackTo">The page that asked with a form; null for who sent JSON and gets it back.</param>
internal sealed record ClockMove(string? Advance, string? To, string? BackTo = null)
{
    /// <summary>The last instant that the desk reads.</summary>
    private static readonly Instant Latest = Instant.FromUtc(2999, 12, 31, 23, 59, 59);

    /// <summary>Reads a JSON object, or the form of the queue page for whoever has no script.</summary>
    /// <returns>Null when it is neither.</returns>
    public static async Task<ClockMove?> Read(HttpRequest request)
    {
        var bytes = await Body.Bytes(request.HttpContext);
        try
        {
            var body = Body.Parse(bytes);
            return new ClockMove(body.Text("advance"), body.Text("to"));
        }
        catch (JsonException)
        {
            return request.HasFormContentType ? Of(QueryHelpers.ParseQuery(Encoding.UTF8.GetString(bytes)), request.Query["lang"]) : null;
        }
    }

    /// <summary>Where it leads from <paramref name="now"/>.</summary>
    /// <param name="refusal">Why not, when null is returned.</param>
    public Instant? From(Instant now, out Refusal? refusal)
    {
        var (to, wrong) = (Advance, To) switch
        {
            ({ } advance, null) => (After(now, advance.Trim()), Refusal.Invalid("advance", BotText.Say("Demo.AdvanceWrong", advance))),
            (null, { } instant) => (IsoTime.Read(instant.Trim()), Refusal.Invalid("to", BotText.Say("Demo.ToWrong", instant))),
            _ => ((Instant?)null, Refusal.Invalid("to", BotText.Say("Demo.HowToMove"))),
        };
        refusal = to is null ? wrong : to < now ? new Refusal(RefusalKind.NotNow, BotText.Say("Demo.Backwards", now)) : null;
        return refusal is null ? to : null;
    }

    private static ClockMove Of(Dictionary<string, StringValues> form, string? lang) => new(
        form.GetValueOrDefault("advance"), form.GetValueOrDefault("to"), Tongues.Parse(lang) is { } tongue ? $"/?lang={tongue.Code()}" : "/");

    /// <summary>A day is 24 hours, whatever the clocks of Paris do; months and years have no length, so they are not read.</summary>
    private static Instant? After(Instant now, string advance)
    {
        if (!PeriodPattern.NormalizingIso.Parse(advance).TryGetValue(Period.Zero, out var period) || period is not { Months: 0, Years: 0 })
            return null;
        try
        {
            return period.ToDuration() is var by && by <= Latest - now ? now + by : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}

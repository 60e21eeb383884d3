using System.Globalization;
using ChatSupport.Bot.Api;
using ChatSupport.Bot.Language;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Language;
using Microsoft.AspNetCore.Components;
using NodaTime;
using PhoneNumbers;

namespace ChatSupport.Bot.Portal.Look;

/// <summary>What every page and every part of one has: who reads it, and their language.</summary>
public abstract class Part : ComponentBase
{
    [CascadingParameter]
    public required HttpContext Http { get; set; }

    /// <summary>Null on the pages before the sign-in.</summary>
    protected Visitor? Visitor => Http.Features.Get<Visitor>();

    /// <summary>The page's reader, where the gate lets nobody else come.</summary>
    protected Visitor Me => Visitor!;

    /// <summary>What stands before every address of the portal: nothing, or a seat of the demo's playground.</summary>
    protected string Base => Http.Request.PathBase;

    protected virtual Tongue Tongue => TongueOf(Http);

    public static Tongue TongueOf(HttpContext http) => http.Features.Get<Visitor>()?.Tongue
        ?? Tongues.Parse(http.Request.Query["lang"])
        ?? ApiCall.AcceptedTongue(http)
        ?? Tongue.French;

    /// <summary>The page of the phrasebook that it speaks from.</summary>
    protected virtual string Book => "Portal";

    protected string Say(string entry, params ReadOnlySpan<object?> with) => BotText.Say($"{Book}.{entry}", with).In(Tongue);

    protected string Word<T>(T value) where T : struct, Enum => DeskText.Word(value).In(Tongue);

    /// <summary>An instant as briefly as it stays clear: today or yesterday, else the day, and the year when it is another.</summary>
    protected string Brief(Instant at, Instant now)
    {
        var (then, today) = (at.InZone(Paris.Zone).LocalDateTime, Paris.DateOf(now));
        return Period.DaysBetween(then.Date, today) switch
        {
            0 => Say("Today", at),
            1 => Say("Yesterday", at),
            _ => then.ToString(then.Year == today.Year ? "d MMM, HH:mm" : "d MMM yyyy, HH:mm", Tongue.Culture()),
        };
    }

    /// <summary>A number in groups, with its country.</summary>
    protected static string Phone(string number) =>
        PhoneNumberUtil.GetInstance().Format(PhoneNumberUtil.GetInstance().Parse(number, null), PhoneNumberFormat.INTERNATIONAL);

    /// <summary>A size as people read it.</summary>
    protected string Size(long bytes) => bytes < 1024 * 1024
        ? Say("SizeInKilobytes", Math.Max(1, bytes / 1024))
        : Say("SizeInMegabytes", (bytes / 1024.0 / 1024.0).ToString("0.#", Tongue.Culture()));

    protected static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using ChatSupport.Desk.Storage;
using NodaTime;

namespace ChatSupport.Desk.Notices;

/// <summary>A wave's tickets are to follow what was published, or to hear that it is over: some now, the rest by further messages of this kind.</summary>
/// <param name="After">The ticket up to which it is done.</param>
/// <param name="IsLast">It only looks for whoever was declaring in that very moment.</param>
public sealed record WaveNews(string Wave, long After, bool IsLast)
{
    public const string Notice = "Wave";

    public static WaveNews Begin(WaveRow wave) => new(wave.Name, After: 0, IsLast: false);

    public static WaveNews Read(OutboxRow row) => row.Arguments.Split('/') is [var wave, var after, var last]
        ? new(wave, long.Parse(after, CultureInfo.InvariantCulture), bool.Parse(last))
        : throw new FormatException(row.Arguments);

    /// <param name="notBefore">By the real clock, as all that leaves.</param>
    public OutboxRow ToRow(Instant at, Instant notBefore) => new(
        $"wave:{Wave}", Tray.Rest, nameof(Tickets.Door.Desk), Wave, TicketId: null, Notice,
        string.Create(CultureInfo.InvariantCulture, $"{Wave}/{After}/{IsLast}"), notBefore, CreatedAt: at);
}

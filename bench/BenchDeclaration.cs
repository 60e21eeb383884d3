using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChatSupport.Desk.Storage;
using NodaTime;

namespace ChatSupport.Bench;

/// <summary>The rows of one declaration: a delivery, a number, a ticket of 1.2 kB, two events of 1 kB and three messages.</summary>
public sealed class BenchDeclaration(int n)
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 23, 9, 0);
    private static readonly string Said = string.Concat(Enumerable.Repeat("all instances of fr1 are unreachable since 09:40; ", 40));

    public static Instant End { get; } = Start + Duration.FromDays(1);

    public static string State { get; } = $$"""{"description":"{{Said[..1180]}}"}""";

    public static string Data { get; } = $$"""{"text":"{{Said[..980]}}"}""";

    public static string Arguments { get; } = $$"""{"title":"{{Said[..250]}}"}""";

    public static string Client(int n) => string.Create(CultureInfo.InvariantCulture, $"client-{n % 300}");

    public Instant At { get; } = Start.Plus(Duration.FromMilliseconds(n));

    // Vendors' delivery ids come in no order.
    public string DeliveryId { get; } = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(n.ToString(CultureInfo.InvariantCulture)))[..16]);

    public string BodyHash => DeliveryId;

    public static string Reference(long number) => string.Create(CultureInfo.InvariantCulture, $"INC-{number:000000}");

    public static string Outcome(string reference) => $$"""{"reference":"{{reference}}","version":1}""";

    public string Lane(int i) => string.Create(CultureInfo.InvariantCulture, $"slack:C{(n * 7 + i) % 1000}");

    public async ValueTask<string> Declare(Session session)
    {
        var key = new DeliveryKey("slack:T024BE7LD", DeliveryId);
        if (await session.TryDeliver(key, BodyHash, At) is { Outcome: { } earlier })
            return earlier;

        var (number, id) = await session.NextTicket("Incident");
        var reference = Reference(number);
        var due = At + Duration.FromHours(4);
        await session.Insert(new(
            id, "Incident", number, reference, Client(n), "Open", Open: true, "P1", null, At, At, due, due, 2, State));
        await session.Append(new(id, 1, At, "lea.martin", "slack", "Declared", Data, Internal: false));
        await session.Append(new(id, 2, At, "desk", "desk", "ClockStarted", Data, Internal: false));
        for (var i = 0; i < 3; i++)
            await session.Enqueue(new(Lane(i), i == 0 ? Tray.Pages : Tray.Rest, "slack", "U024BE7LD", id, "Declared", Arguments, At, At));
        await session.Remember(key, Outcome(reference));
        return reference;
    }
}

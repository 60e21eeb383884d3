using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Xml.Linq;
using ChatSupport.Bench.Doors;

namespace ChatSupport.Bench.Phone;

/// <summary>
/// The phone door under load, as its carrier sees it: many calls in progress at once, many pages falling due in one minute, and the same signed requests
/// beside Twilio's own middleware for Node, which keeps nothing, and beside the same with each request on the disk first, as each answer of the desk is.
/// </summary>
internal static class PhoneBench
{
    private const int CallsAtOnce = 500;
    private const int TicketsDue = 1_000;
    private const int Sample = 8_000;
    private const int Rounds = 5;
    private const int Callers = 64;
    private static readonly TimeSpan Thinking = TimeSpan.FromSeconds(5);

    public static async Task Run()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("phone-bench").FullName;
        try
        {
            await using var carrier = await PhoneCarrier.Start();
            var url = Server.FreeUrl();
            await System.IO.File.WriteAllTextAsync(System.IO.Path.Combine(folder, "directory.yaml"), Cast());
            await using var desk = await Server.Demo(
                url, folder, ["--Demo:Clock=2026-12-06T03:05:00+01:00", "--ConnectionStrings:Desk=desk.db", "--Directory:Path=directory.yaml", .. carrier.Settings(url)]);
            await Beside(carrier, desk, folder);
            await AtOnce(carrier, desk);
            await FallingDue(carrier, desk);
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The first request of a call, of people whose number nobody knows.</summary>
    private static async Task Beside(PhoneCarrier carrier, Server desk, string folder)
    {
        await using var bare = await Server.Node("Twilio's middleware", "twilio", ("TWILIO_AUTH_TOKEN", PhoneCarrier.Token));
        await using var durable = await Server.Node(
            "Twilio's + SQLite", "twilio", ("TWILIO_AUTH_TOKEN", PhoneCarrier.Token), ("STORE", System.IO.Path.Combine(folder, "twilio.db")));
        Server[] all = [desk, bare, durable];
        var calls = 0;
        foreach (var server in all)
            await Rate(carrier, server, calls += Sample);
        var before = all.ToDictionary(server => server, server => server.Cpu);
        var rates = all.ToDictionary(server => server, _ => new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var server in all)
                rates[server].Add(await Rate(carrier, server, calls += Sample));
            Say($"answering a call: {string.Join("; ", all.Select(server => string.Create(CultureInfo.InvariantCulture, $"{server.Name} {rates[server][^1]:N0}/s")))}");
        }
        foreach (var peer in all[1..])
        {
            var ratios = rates[desk].Zip(rates[peer], (ours, theirs) => ours / theirs).Order().ToList();
            Say($"ours to {peer.Name}: {ratios[0]:0.0} - {ratios[Rounds / 2]:0.0} - {ratios[^1]:0.0} times (least, median, most of {Rounds} rounds); of processor each {Cost(desk):0} µs and {Cost(peer):0} µs");
        }

        double Cost(Server server) => (server.Cpu - before[server]).TotalMicroseconds / (Rounds * Sample);
    }

    private static async Task<double> Rate(PhoneCarrier carrier, Server server, int from)
    {
        var next = from;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            for (var n = Interlocked.Increment(ref next); n < from + Sample; n = Interlocked.Increment(ref next))
                await carrier.Ask(Answering(server), PhoneCarrier.NewSid(n), string.Create(CultureInfo.InvariantCulture, $"+3369{n:0000000}"), ("CallStatus", "ringing"));
        })));
        return Sample / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Recognised callers from the first ring to the kept message, each thinking between two requests as people do.</summary>
    private static async Task AtOnce(PhoneCarrier carrier, Server desk)
    {
        var took = new ConcurrentDictionary<string, ConcurrentBag<double>>();
        await Task.WhenAll(Enumerable.Range(0, CallsAtOnce).Select(caller => Call(caller)));
        foreach (var (what, times) in took.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var sorted = times.Order().ToList();
            Say($"{CallsAtOnce} calls at once, {what,-14} p50 {sorted[sorted.Count / 2],6:0.0} ms   p99 {sorted[sorted.Count * 99 / 100],6:0.0} ms   of {sorted.Count}");
        }

        async Task Call(int caller)
        {
            var sid = PhoneCarrier.NewSid(10_000_000 + caller);
            await Think(caller);
            var response = await Ask("answer", Answering(desk), ("CallStatus", "ringing"));
            response = await Ask("menu", Next(response, "Gather"), ("Digits", ""));
            while (response.Element("Dial") is not null)
                response = await Ask("nobody answers", Next(response, "Dial"), ("DialCallStatus", "no-answer"));
            var recording = string.Create(CultureInfo.InvariantCulture, $"RE{caller:x32}");
            response = await Ask("message", Next(response, "Record"), ("RecordingSid", recording), ("RecordingUrl", "https://api.twilio.com/x"), ("RecordingDuration", "12"), ("Digits", "#"));
            await Ask("review", Next(response, "Gather"), ("Digits", "1"));
            await Ask("status", new Uri(desk.Url, "/voice/status"), ("CallStatus", "completed"));

            async Task<XElement> Ask(string what, Uri url, params (string, string)[] news)
            {
                var (twiml, milliseconds) = await carrier.Ask(url, sid, Number(caller), news);
                took.GetOrAdd(what, _ => []).Add(milliseconds);
                await Think(caller * 7);
                return XElement.Parse(twiml);
            }
        }

        Uri Next(XElement response, string verb) => new(desk.Url, (string?)response.Element(verb)?.Attribute("action") ?? throw new InvalidOperationException(response.ToString()));
    }

    /// <summary>Clients who called and of whom nothing more is heard; then the moment comes when all of them are paged for.</summary>
    private static async Task FallingDue(PhoneCarrier carrier, Server desk)
    {
        using var http = new HttpClient { BaseAddress = desk.Url };
        await Move(http, "PT12H");
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(first => Task.Run(async () =>
        {
            for (var caller = CallsAtOnce + first; caller < CallsAtOnce + TicketsDue; caller += Callers)
                await carrier.Ask(Answering(desk), PhoneCarrier.NewSid(20_000_000 + caller), Number(caller), ("CallStatus", "ringing"));
        })));
        var before = carrier.Placed;
        var watch = Stopwatch.StartNew();
        await Move(http, "PT1M");
        var handed = watch.Elapsed;
        while (carrier.Placed < before + TicketsDue && watch.Elapsed < TimeSpan.FromMinutes(2))
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        Say($"{TicketsDue:N0} tickets due in one minute: decided and handed to delivery in {handed.TotalSeconds:0.00} s, {carrier.Placed - before:N0} calls placed after {watch.Elapsed.TotalSeconds:0.00} s");
    }

    private static async Task Move(HttpClient http, string period) =>
        (await http.PostAsJsonAsync("/demo/clock", new { advance = period })).EnsureSuccessStatusCode();

    private static Task Think(int seed) => Task.Delay(Thinking * ((seed * 2654435761L % 1000) / 1000.0), TimeProvider.System);

    private static Uri Answering(Server server) => new(server.Url, "/voice/answer");

    private static string Number(int caller) => string.Create(CultureInfo.InvariantCulture, $"+3361{caller:0000000}");

    private static string Cast() => string.Join('\n', Enumerable.Range(0, CallsAtOnce + TicketsDue)
        .Select(n => $"  - {{ id: client-{n}, name: Client {n}, plan: PREMIUM, contacts: [{{ id: contact-{n}, name: {{ first: Ana, last: N{n} }}, email: ana{n}@example.com, phones: [\"{Number(n)}\"] }}] }}")
        .Prepend("clients:")
        .Append("desk: { phone: \"+33199000000\", engineers: [{ id: nadia, name: { first: Nadia, last: Benali }, role: supervisor, email: nadia@desk.example, phones: [\"+33639980301\"] }] }")
        .Append("onCall: { handover: { day: Monday, time: \"09:00\" }, rotation: [nadia], since: 2026-11-02 }"));

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

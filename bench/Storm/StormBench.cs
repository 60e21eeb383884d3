using System.Globalization;
using System.IO;
using ChatSupport.Bench.Doors;
using ChatSupport.Desk.Clock;

namespace ChatSupport.Bench.Storm;

/// <summary>
/// A region goes down: every named contact declares within a minute, a quarter of them in Slack, in Teams, at the portal and over the API, each at an
/// instant of their own, whether the others were answered or not. What counts is how long each waited from the instant at which they meant to send, and
/// what the desk, and everybody else, got to see of it.
/// </summary>
internal static class StormBench
{
    /// <summary>One in so many comes in addition, and before the storm, which finds programs that have been at work, as on any day.</summary>
    private const int Early = 20;

    /// <param name="settings">Without any, one instance on its file; with a PostgreSQL connection and a Redis address, two on those.</param>
    public static async Task Run(int clients, int seconds, params string[] settings)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("storm-").FullName;
        var people = new StormPeople(clients + (clients / Early));
        await File.WriteAllTextAsync(StormDesk.DirectoryIn(folder), people.Directory());
        var store = settings is [var postgres, ..] ? postgres : Path.Combine(folder, "desk.db");
        await using var vendors = await Vendors.Start();
        await using var town = await StormTown.Start();
        using var mail = new StormMail();
        var desks = new List<StormDesk>();
        try
        {
            await WebDoor.Invite(store, Enumerable.Range(0, people.Contacts).Where(contact => contact % StormPeople.Doors == WebDoor.Place));
            string[] shared = [$"--ConnectionStrings:Desk={store}", .. settings.Skip(1).Select(address => $"--ConnectionStrings:Redis={address}"), .. Chats(vendors, town), .. mail.Settings];
            while (desks.Count < (settings is [] ? 1 : 2))
                desks.Add(await StormDesk.Start(folder, shared));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"storm: {clients * StormPeople.ContactsEach:N0} contacts of {clients:N0} clients within {seconds} s, {desks.Count} instance(s) on {(settings is [] ? "SQLite" : "PostgreSQL")}"));
            await Rage(desks, people, clients * StormPeople.ContactsEach, vendors, town, mail, TimeSpan.FromSeconds(seconds));
        }
        finally
        {
            desks.ForEach(desk => desk.Dispose());
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Rage(List<StormDesk> desks, StormPeople people, int many, Vendors vendors, StormTown town, StormMail mail, TimeSpan length)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256, UseCookies = false, AllowAutoRedirect = false });
        var startedAt = NodaTime.Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()) - NodaTime.Duration.FromMinutes(10);
        var inParis = startedAt.InZone(NodaTime.DateTimeZoneProviders.Tzdb["Europe/Paris"]).ToDateTimeOffset();
        StormDoor[] doors =
        [
            new SlackDoor(desks, http, town, inParis), new TeamsDoor(desks, http, town, vendors, inParis),
            new WebDoor(desks, http, inParis.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)), new ApiDoor(desks, http, IsoTime.Write(startedAt)),
        ];
        await Parallel.ForEachAsync(Enumerable.Range(0, people.Contacts), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (contact, _) =>
            await doors[contact % doors.Length].Comes(contact));

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {people.Contacts - many:N0} others, within {length.TotalSeconds / 2:0} s before, of programs that have just started:"));
        (await new StormRush(doors, many..people.Contacts, length / 2).Run()).Print();
        Console.WriteLine("  the storm:");
        (await new StormRush(doors, ..many, length).Run()).Print();
        Console.WriteLine($"  peak memory {string.Join(" + ", desks.Select(desk => desk.MemoryMiB.ToString("N0", CultureInfo.InvariantCulture)))} MiB");
        await new StormAftermath(desks, people, town, mail).Print();
    }

    private static string[] Chats(Vendors vendors, StormTown town)
    {
        var authority = vendors.Url.ToString().TrimEnd('/');
        return
        [
            $"--Slack:SigningSecret={SlackEvents.Secret}", "--Slack:BotToken=xoxb-storm", $"--Slack:ApiUrl={town.SlackUrl}",
            $"--Teams:AppId={TeamsActivities.AppId}", "--Teams:AppPassword=storm", $"--Teams:TenantId={TeamsActivities.Tenant}", $"--Teams:LoginUrl={authority}",
            "--Teams:ServiceHosts=127.0.0.1", $"--Teams:OpenIdMetadataUrl={authority}/botframework/.well-known/openidconfiguration",
        ];
    }
}

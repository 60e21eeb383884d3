using ChatSupport.Bench.Doors;

namespace ChatSupport.Bench;

/// <summary>
/// Signed message events a second, answered: by the desk after the whole turn is durable, by Slack's own framework without doing anything,
/// and by Slack's own framework after it has stored the event durably.
/// </summary>
internal static class SlackBench
{
    public static async Task Run(int rounds)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("slack-bench").FullName;
        try
        {
            await using var vendors = await Vendors.Start();
            await using var ours = await Server.Desk(
                folder, $"--Directory:Path={await Crowd.WriteDirectory(folder)}", $"--Slack:SigningSecret={SlackEvents.Secret}", "--Slack:BotToken=xoxb-bench",
                $"--Slack:ApiUrl={vendors.Url}slack/");
            await using var bare = await Server.Node("Bolt, bare", "bolt", ("SLACK_SIGNING_SECRET", SlackEvents.Secret));
            await using var stored = await Server.Node(
                "Bolt + SQLite", "bolt", ("SLACK_SIGNING_SECRET", SlackEvents.Secret), ("STORE", System.IO.Path.Combine(folder, "bolt.db")));
            await new Contest(
                [Entrant("ours, declaring", ours, Crowd.Declaring), Entrant("ours, greeted", ours, Crowd.Greeting)],
                [Entrant(bare.Name, bare, Crowd.Declaring), Entrant(stored.Name, stored, Crowd.Declaring)],
                rounds).Run();
            foreach (var server in new[] { ours, bare, stored })
            {
                await Load.AtFullSpeed(server.Url, SlackEvents.Of(server.Url, Crowd.Everyone, 0, Crowd.People));
                Console.WriteLine($"{server.Name,-14} after a message of each of {Crowd.People:N0} people: {server.WorkingSetMiB:0} MiB");
            }
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    private static Entrant Entrant(string name, Server server, Talk talk) =>
        new(name, server, (first, count) => SlackEvents.Of(server.Url, talk, first, count));
}

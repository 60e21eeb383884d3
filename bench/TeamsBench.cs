using ChatSupport.Bench.Doors;
using static ChatSupport.Bench.Doors.TeamsActivities;

namespace ChatSupport.Bench;

/// <summary>
/// Activities with a signed token a second, answered with the replies in them: by the desk after the whole turn is durable, by Microsoft's
/// two frameworks with an echo, and by the same after they have stored the activity durably.
/// </summary>
internal static class TeamsBench
{
    public static async Task Run(int rounds)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("teams-bench").FullName;
        try
        {
            await using var vendors = await Vendors.Start();
            var authority = vendors.Url.ToString().TrimEnd('/');
            await using var ours = await Server.Desk(
                folder, $"--Directory:Path={await Crowd.WriteDirectory(folder)}", $"--Teams:AppId={AppId}", "--Teams:AppPassword=bench",
                $"--Teams:TenantId={Tenant}", $"--Teams:LoginUrl={authority}", "--Teams:ServiceHosts=127.0.0.1",
                $"--Teams:OpenIdMetadataUrl={authority}/botframework/.well-known/openidconfiguration");
            await using var botbuilder = await Server.Node("botbuilder", "botbuilder", Environment(authority));
            await using var durable = await Server.Node("botbuilder + SQLite", "botbuilder", [.. Environment(authority), Store(folder, "botbuilder.db")]);
            await using var agents = await Server.Node("agents-hosting", "agents", Environment(authority));
            await using var durableAgents = await Server.Node("agents-hosting + SQLite", "agents", [.. Environment(authority), Store(folder, "agents.db")]);
            await new Contest(
                [Entrant("ours, declaring", ours, BotFramework, Crowd.Declaring), Entrant("ours, greeted", ours, BotFramework, Crowd.Greeting)],
                [
                    Entrant(botbuilder.Name, botbuilder, BotFramework, Crowd.Declaring), Entrant(durable.Name, durable, BotFramework, Crowd.Declaring),
                    Entrant(agents.Name, agents, Entra, Crowd.Declaring), Entrant(durableAgents.Name, durableAgents, Entra, Crowd.Declaring),
                ],
                rounds).Run();
            foreach (var server in new[] { ours, botbuilder, durable, agents, durableAgents })
            {
                var issuer = server == agents || server == durableAgents ? Entra : BotFramework;
                await Load.AtFullSpeed(server.Url, Of(vendors, issuer, server.Url, Crowd.Everyone, 0, Crowd.People));
                Console.WriteLine($"{server.Name,-24} after a message of each of {Crowd.People:N0} people: {server.WorkingSetMiB:0} MiB");
            }

            Entrant Entrant(string name, Server server, string issuer, Talk talk) =>
                new(name, server, (first, count) => Of(vendors, issuer, server.Url, talk, first, count));
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    private static (string, string)[] Environment(string authority) =>
        [("AUTHORITY", authority), ("APP_ID", AppId), ("TENANT", Tenant)];

    private static (string, string) Store(string folder, string file) => ("STORE", System.IO.Path.Combine(folder, file));
}

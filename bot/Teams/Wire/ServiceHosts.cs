using ChatSupport.Bot.Configuration;

namespace ChatSupport.Bot.Teams.Wire;

/// <summary>
/// The hosts to which the bot's token may be sent. Every request says where its answer is wanted; without this list a stolen token, or
/// a mistake of somebody else's, could say anywhere.
/// </summary>
/// <param name="Names">Hosts such as <c>smba.trafficmanager.net</c>, or <c>*.example.com</c> for all below one.</param>
internal sealed record ServiceHosts(IReadOnlyList<string> Names, bool TrustsLoopback)
{
    /// <summary>Microsoft's: the public cloud and those of governments.</summary>
    private static readonly string[] Microsofts =
    [
        "smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "smba.infra.gov.teams.microsoft.us", "smba.infra.dod.teams.microsoft.us",
        "*.botframework.com",
    ];

    /// <summary>As a list, or in one text separated by commas.</summary>
    public static ServiceHosts Read(IConfigurationSection section, bool isDemo, Findings findings)
    {
        var listed = section.GetChildren().Select(entry => entry.Value ?? "");
        string[] given = [.. listed.Concat((section.Value ?? "").Split(',')).Select(host => host.Trim()).Where(host => host.Length > 0)];
        foreach (var host in given.Where(host => Uri.CheckHostName(WithoutStar(host)) == UriHostNameType.Unknown))
            findings.Add("TeamsServiceHostWrong", host);
        return new ServiceHosts(given is [] ? Microsofts : given, isDemo);
    }

    public bool Trusts(Uri service) => TeamsSettings.IsSafe(service)
        && ((TrustsLoopback && Loopback.Is(service.Host)) || Names.Any(name => Covers(name, service.Host)));

    private static bool Covers(string name, string host) => name.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(name[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string WithoutStar(string host) => host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host;
}

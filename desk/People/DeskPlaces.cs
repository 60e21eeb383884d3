namespace ChatSupport.Desk.People;

/// <summary>Where the desk itself lives; what it has no place in is null.</summary>
/// <param name="Phone">The number that clients call, E.164.</param>
public sealed record DeskPlaces(SlackChannel? Slack, TeamsChannel? Teams, Mailbox? Mail, string? Phone)
{
    /// <summary>Whether its people are believed in this workspace or tenant.</summary>
    public bool IsAtHome(ChatService service, string realm) =>
        string.Equals(service == ChatService.Slack ? Slack?.Workspace : Teams?.Tenant, realm, StringComparison.OrdinalIgnoreCase);
}

public sealed record SlackChannel(string Workspace, string Channel);

public sealed record TeamsChannel(string Tenant, string Team, string Channel);

public sealed record Mailbox(string Address, string Name);

using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Language;

namespace ChatSupport.Desk.People;

/// <summary>A company under contract. Without a <see cref="Plan"/> it has no support offer and may declare nothing (R2, E24).</summary>
/// <param name="Tongue">What its contacts are spoken to in, unless they say otherwise.</param>
public sealed record Client(string Id, string Name, Plan? Plan, Tongue Tongue)
{
    /// <summary>The cloud tenants that its tickets may name, as 32 lower-case hexadecimal digits.</summary>
    public IReadOnlyList<string> Tenants { get; init; } = [];

    /// <summary>How callers from an unknown number prove themselves; null when they cannot.</summary>
    public PhoneAccess? Phone { get; init; }

    public SlackPlace? Slack { get; init; }

    public TeamsPlace? Teams { get; init; }

    /// <summary>All that were ever named, those who have left included (E26).</summary>
    public IReadOnlyList<Contact> Contacts { get; init; } = [];

    /// <summary>Whether its contacts are believed in this workspace or tenant.</summary>
    public bool IsAtHome(ChatService service, string realm) =>
        (service == ChatService.Slack ? Slack?.Workspaces : Teams?.Tenants)?.Contains(realm, StringComparer.OrdinalIgnoreCase) == true;

    /// <summary>Whether a tenant, written as 32 hexadecimal digits or as a UUID, is this client's.</summary>
    public bool Owns(string tenant) => TenantId.TryRead(tenant, out var id) && Tenants.Contains(id);
}

/// <summary>The workspaces in which its contacts are believed, and the channel it shares with the desk, in the first of them.</summary>
public sealed record SlackPlace(IReadOnlyList<string> Workspaces, string? Channel);

/// <summary>The tenants in which its contacts are believed, and the channel it shares with the desk, in the first of them.</summary>
public sealed record TeamsPlace(IReadOnlyList<string> Tenants, string? Team, string? Channel);

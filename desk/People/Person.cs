using ChatSupport.Desk.Language;

namespace ChatSupport.Desk.People;

public sealed record PersonName(string First, string Last)
{
    public string Full => $"{First} {Last}";

    public override string ToString() => Full;
}

/// <summary>Somebody the desk knows by name. Nobody else may speak to it (R10).</summary>
public abstract record Person(string Id, PersonName Name, Tongue Tongue)
{
    public string? Email { get; init; }

    /// <summary>E.164, in the order in which they are to be tried.</summary>
    public IReadOnlyList<string> Phones { get; init; } = [];

    public ChatIdentity? Slack { get; init; }

    public ChatIdentity? Teams { get; init; }

    public IEnumerable<ChatIdentity> Identities => new[] { Slack, Teams }.OfType<ChatIdentity>();
}

/// <summary>A named contact (« Contact Nommé ») of a client.</summary>
public sealed record Contact(string Id, PersonName Name, Tongue Tongue, string ClientId) : Person(Id, Name, Tongue)
{
    /// <summary>Account administrator: may declare by e-mail (R17, D10).</summary>
    public bool Administrator { get; init; }

    /// <summary>Wants confirmations by SMS as well.</summary>
    public bool Sms { get; init; }

    /// <summary>A contact who has left keeps the name on past tickets and can no longer act (E26).</summary>
    public bool Active { get; init; } = true;
}

public enum EngineerRole
{
    Engineer,
    Supervisor,
}

public sealed record Engineer(string Id, PersonName Name, Tongue Tongue, EngineerRole Role) : Person(Id, Name, Tongue)
{
    /// <summary>Decides in last resort (R89, D24) and is the ladder's last level.</summary>
    public bool IsSupervisor => Role == EngineerRole.Supervisor;
}

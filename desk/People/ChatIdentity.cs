namespace ChatSupport.Desk.People;

public enum ChatService
{
    Slack,
    Teams,
}

/// <summary>
/// Who somebody is in a chat service: a user of one Slack workspace or one Teams tenant (the realm). Never an e-mail address,
/// which a foreign workspace could set. The vendors are not constant in the case of ids, so it is ignored.
/// </summary>
public readonly record struct ChatIdentity(ChatService Service, string Realm, string User)
{
    public bool Equals(ChatIdentity other) =>
        Service == other.Service
        && string.Equals(Realm, other.Realm, StringComparison.OrdinalIgnoreCase)
        && string.Equals(User, other.User, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => HashCode.Combine(
        Service,
        string.GetHashCode(Realm, StringComparison.OrdinalIgnoreCase),
        string.GetHashCode(User, StringComparison.OrdinalIgnoreCase));
}

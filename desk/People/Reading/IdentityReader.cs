namespace ChatSupport.Desk.People.Reading;

/// <summary>Where a company's people may have their chat identities; null where the file does not say.</summary>
/// <param name="Refusal">What to say of an identity from elsewhere.</param>
internal sealed record Realms(IReadOnlyList<string>? Slack, IReadOnlyList<string>? Teams, string Refusal);

/// <summary>A chat identity, believed only in the workspaces and tenants that its company is known to have.</summary>
internal sealed record IdentityReader(ChatService Service, string Key, string RealmKey, string Realm, string User)
{
    public static IdentityReader Slack { get; } = new(ChatService.Slack, "slack", "workspace", "T0BOREALIS", "U0CLAIRE");

    public static IdentityReader Teams { get; } = new(
        ChatService.Teams, "teams", "tenant", "3b0b6a0e-52a3-4c55-9d0e-8f3f0f0c7a11", "6a9f0b52-0000-4000-8000-0000000c1a1e");

    public ChatIdentity? Read(Section person, IReadOnlyList<string>? realms, string refusal, Register register) =>
        person.Part<ChatIdentity?>(Key, $"{{ {RealmKey}: {Realm}, user: {User} }}", section =>
        {
            var realm = section.Required(RealmKey, Kinds.Text(Realm));
            var user = section.Required("user", Kinds.Text(User));
            if (realm is null || user is null)
            {
                return null;
            }

            var identity = new ChatIdentity(Service, realm, user);
            register.Identities.Take(identity, section.Line);
            if (realms?.Contains(realm, StringComparer.OrdinalIgnoreCase) == false)
            {
                register.Findings.Add(section.LineOf(RealmKey), refusal, realm, $"{Key}.{RealmKey}");
            }

            return identity;
        });
}

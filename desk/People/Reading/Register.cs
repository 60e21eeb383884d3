namespace ChatSupport.Desk.People.Reading;

/// <summary>What the sections of the file must not say twice between them.</summary>
internal sealed class Register(Findings findings)
{
    public Findings Findings => findings;

    public Claims<string> Ids { get; } = new("TakenId", findings);

    public Claims<string> Emails { get; } = new("TakenEmail", findings, StringComparer.OrdinalIgnoreCase);

    public Claims<string> Phones { get; } = new("TakenPhone", findings);

    public Claims<ChatIdentity> Identities { get; } = new("TakenIdentity", findings);

    public Claims<string> Tenants { get; } = new("TakenTenant", findings);

    public Claims<string> Codes { get; } = new("TakenCode", findings);
}

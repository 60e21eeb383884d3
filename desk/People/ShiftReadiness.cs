using ChatSupport.Desk.Language;

namespace ChatSupport.Desk.People;

/// <summary>Whether a page would reach an engineer: what to mend before their shift begins.</summary>
public static class ShiftReadiness
{
    /// <summary>Numbers that the directory holds are possible ones already; whether they ring is for a test page to show.</summary>
    /// <param name="linked">The chat identities that they have proven, beside those of the directory.</param>
    public static IEnumerable<Sentence> Of(Engineer engineer, IReadOnlyList<ChatIdentity> linked)
    {
        if (engineer.Phones.Count == 0)
            yield return DeskText.Say("Readiness.NoPhone", engineer.Name.Full);
        if (engineer.Slack is null && engineer.Teams is null && linked.Count == 0)
            yield return DeskText.Say("Readiness.NoChat", engineer.Name.Full);
        if (engineer.Email is null)
            yield return DeskText.Say("Readiness.NoMail", engineer.Name.Full);
    }
}

using ChatSupport.Desk.Language;

namespace ChatSupport.Desk.People;

/// <summary>Whether a page would reach an engineer: what to mend before their shift begins.</summary>
public static class ShiftReadiness
{
    /// <summary>Numbers that the directory holds are possible ones already; whether they ring is for a test page to show.</summary>
    /// <param name="ways">By which the desk can send at all.</param>
    public static IEnumerable<Sentence> Of(Engineer engineer, ChatReach reach, IReadOnlySet<Way> ways)
    {
        if (engineer.Phones.Count == 0)
            yield return DeskText.Say("Readiness.NoPhone", engineer.Name.Full);
        if (reach is { Slack: null, Teams: null })
            yield return DeskText.Say("Readiness.NoChat", engineer.Name.Full);
        if (reach.IsDeafInTeams && ways.Contains(Way.Teams))
            yield return DeskText.Say("Readiness.BotNotAdded", engineer.Name.Full);
        if (engineer.Email is null)
            yield return DeskText.Say("Readiness.NoMail", engineer.Name.Full);
    }
}

namespace ChatSupport.Desk.People;

/// <summary>
/// Where somebody can be spoken to in chat: by the accounts of the directory, else by those that they have proven. In Teams a bot speaks
/// only to people who have added it, and that is known beforehand: nothing is sent where it could not arrive.
/// </summary>
/// <param name="HasAddedBot">In Teams.</param>
public sealed record ChatReach(ChatIdentity? Slack, ChatIdentity? Teams, bool HasAddedBot)
{
    /// <summary>Where they are in Teams, if the bot may speak to them there.</summary>
    public ChatIdentity? InTeams => HasAddedBot ? Teams : null;

    /// <summary>They are in Teams, and would not hear of anything there.</summary>
    public bool IsDeafInTeams => Teams is not null && !HasAddedBot;
}

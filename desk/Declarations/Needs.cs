namespace ChatSupport.Desk.Declarations;

/// <summary>
/// The catalogue's ways of declaring (table 1). Chat and the API are the portal: authenticated, and the contact answers in person (D31).
/// By <see cref="Phone"/> an engineer writes down what the caller says.
/// </summary>
public enum Channel
{
    Portal,
    Mail,
    Phone,
    Voicemail,
}

/// <summary>What one channel needs of one field.</summary>
public enum Need
{
    /// <summary>The channel does not ask; an answer given nevertheless is kept.</summary>
    NotAsked,

    /// <summary>The channel knows without asking: who is signed in, which path was called.</summary>
    Known,

    Optional,

    /// <summary>Mandatory when the answers so far make it so.</summary>
    Conditional,

    Mandatory,
}

/// <summary>One row of table 1: its four columns.</summary>
public sealed record Needs(Need Portal, Need Mail, Need Phone, Need Voicemail)
{
    public Need On(Channel channel) => channel switch
    {
        Channel.Portal => Portal,
        Channel.Mail => Mail,
        Channel.Phone => Phone,
        _ => Voicemail,
    };
}

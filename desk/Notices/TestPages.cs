namespace ChatSupport.Desk.Notices;

/// <summary>Calls that engineers ask for to see whether a page would reach them.</summary>
public static class TestPages
{
    /// <summary>Their notice in the outbox; whoever calls phones answers to it.</summary>
    public const string Notice = "Phone.Test";
}

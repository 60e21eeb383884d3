using System.Diagnostics;

namespace ChatSupport.Desk;

/// <summary>
/// Where the life of a message is traced: verify, read, decide, commit, deliver. Without a listener it costs next to nothing. A span
/// carries ids and outcomes, never what somebody wrote.
/// </summary>
public static class DeskTrace
{
    public const string Name = "ChatSupport";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Begins a step of what is under way; the step ends when it is disposed of.</summary>
    /// <returns>Null when nobody listens.</returns>
    public static Activity? Step(string name) => Source.StartActivity(name);

    /// <summary>The same on another thread or at another time, as a part of what <paramref name="parent"/> began.</summary>
    public static Activity? Step(string name, ActivityContext parent) => Source.StartActivity(name, ActivityKind.Internal, parent);
}

using ChatSupport.Desk.Clock;
using NodaTime;

namespace ChatSupport.Tests.Clock;

/// <summary>Instants as the scenarios write them: Paris time unless an offset says otherwise.</summary>
internal static class Moment
{
    public static Instant At(string text) => IsoTime.Read(text) ?? throw new FormatException(text);
}

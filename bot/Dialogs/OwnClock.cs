using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Dialogs;

/// <summary>By which clock somebody lives, as the program by which they last spoke told it. One row of the settings.</summary>
internal static class OwnClock
{
    public static async ValueTask<WallClock> ClockOf(this Reader reader, Person person) => WallClock.Of(await reader.Setting(NameOf(person)));

    /// <param name="zone">An IANA name, believed only when it is read.</param>
    public static ValueTask NoteZone(this Session session, Person person, string zone) => session.Set(NameOf(person), zone);

    private static string NameOf(Person person) => $"zone:{person.Id}";
}

using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;

namespace ChatSupport.Desk.Storage;

/// <summary>
/// The language in which a person is spoken to: the directory's, unless they chose otherwise in a conversation. Their choice is one row
/// of the settings and holds at every door.
/// </summary>
public static class SpokenLanguage
{
    public static async ValueTask<Tongue> LanguageOf(this Reader reader, Person person) =>
        Tongues.Parse(await reader.Setting(NameOf(person))) ?? person.Tongue;

    public static ValueTask ChooseLanguage(this Session session, Person person, Tongue tongue) => session.Set(NameOf(person), tongue.Code());

    private static string NameOf(Person person) => $"language:{person.Id}";
}

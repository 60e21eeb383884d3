using ChatSupport.Bot.Language;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;

namespace ChatSupport.Bot.Shifts;

/// <summary>Those who are in Teams and have not added the bot there, and how each of them is told instead: a heading, and a line for each.</summary>
internal static class Unreached
{
    private const int MostNamed = 40;

    public static IEnumerable<Sentence> Lines(IReadOnlyList<Person> deaf, Directory directory) =>
    [
        BotText.Say("OnCall.Unreached", deaf.Count),
        .. deaf.Take(MostNamed).Select(person => Line(person, directory)),
        .. deaf.Count > MostNamed ? [BotText.Say("OnCall.Unreached.More", deaf.Count - MostNamed)] : Array.Empty<Sentence>(),
    ];

    private static Sentence Line(Person person, Directory directory)
    {
        object company = person is Contact { ClientId: var client } ? directory.Client(client)!.Name : BotText.Say("Dialogs.TheDesk");
        return BotText.Say(person.Email is null ? "OnCall.Unreached.NotAtAll" : "OnCall.Unreached.ByMail", person.Name.Full, company, person.Email);
    }
}

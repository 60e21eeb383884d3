using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Linking;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;

namespace ChatSupport.Bot.Teams.Arriving;

/// <summary>
/// What people hear whom the desk does not know: the same for everybody, and a way to prove who they are. They name their registered
/// address, a code is mailed to it, they type the code; until it is right nothing tells them whether the address is anybody's.
/// </summary>
internal sealed class Strangers(LinkCodes codes, ChatPeople people)
{
    private const string Button = "link";
    private const string AddressForm = "link-address";
    private const string CodeForm = "link-code";
    private const string Address = "address";
    private const string Code = "code";

    public Tongue TongueOf(ChatIdentity who) => people.TongueIn(who.Service, who.Realm);

    public IReadOnlyList<Reply> Greeting(ChatIdentity who)
    {
        var tongue = TongueOf(who);
        return [new Reply.Choices(BotText.Say("Linking.Stranger").In(tongue), [new Dialogs.Choice(Button, BotText.Say("Linking.Button").In(tongue), ChoiceStyle.Primary)])];
    }

    /// <summary>To whatever a stranger clicked.</summary>
    public async Task<IReadOnlyList<Reply>> Answer(ChatIdentity who, Click click, CancellationToken stop)
    {
        var tongue = TongueOf(who);
        switch (click.Id)
        {
            case Button:
                return [new Reply.Text(BotText.Say("Linking.Address.Intro").In(tongue)), Form(AddressForm, Address, "Address", tongue)];
            case AddressForm when click.Inputs is not null:
                await codes.Ask(who, Text(click, Address), stop);
                return [new Reply.Notice(Tone.Good, BotText.Say("Linking.Code.Intro").In(tongue)), Form(CodeForm, Code, "Code", tongue)];
            case CodeForm when click.Inputs is not null:
                return Told(await codes.Prove(who, Text(click, Code), stop), tongue);
            default:
                return Greeting(who);
        }
    }

    private static IReadOnlyList<Reply> Told(Proof proof, Tongue tongue) => proof switch
    {
        Proof.Linked { Person: var person } =>
        [
            new Reply.Choices(
                BotText.Say(person is Contact ? "Linking.Welcome" : "Linking.WelcomeToDesk", person.Name.First).In(person.Tongue),
                [new Dialogs.Choice("menu", BotText.Say("Dialogs.Do.Menu").In(person.Tongue), ChoiceStyle.Primary)]),
        ],
        Proof.Wrong { Left: var left } => [Form(CodeForm, Code, "Code", tongue, BotText.Say("Linking.Wrong", left).In(tongue))],
        Proof.Locked { Until: var until } => [new Reply.Notice(Tone.Refusal, BotText.Say("Linking.Locked", until).In(tongue, WallClock.OfTheDesk))],
        _ => throw new ArgumentOutOfRangeException(nameof(proof)),
    };

    private static Reply.Form Form(string id, string input, string entry, Tongue tongue, string? error = null) => new(
        id, BotText.Say("Linking.Title").In(tongue),
        [new FormField(input, FieldKind.ShortText, BotText.Say($"Linking.{entry}.Label").In(tongue), BotText.Say($"Linking.{entry}.Help").In(tongue), Mandatory: true, MaxLength: 254, [])],
        new Dictionary<string, FieldAnswer>(StringComparer.Ordinal),
        error is null ? new Dictionary<string, string>(StringComparer.Ordinal) : new Dictionary<string, string>(StringComparer.Ordinal) { [input] = error });

    private static string Text(Click click, string input) => click.Inputs!.GetValueOrDefault(input) is FieldAnswer.One(var text) ? text.Trim() : "";
}

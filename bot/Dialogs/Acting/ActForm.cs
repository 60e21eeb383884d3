using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Language;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Dialogs.Acting;

/// <summary>
/// An act that needs words or a choice, as one form. Its fields are named as the desk names what it finds wrong with them. The form's id
/// ends in a name of its own, which is used up only when something was done: whoever is refused may correct and send again.
/// </summary>
internal static class ActForm
{
    private const string Words = "comment";
    private const int LongestWords = 5000;

    /// <summary>Whether the act wants to be asked about before it is done; what needs nothing is one click.</summary>
    public static bool IsNeededFor(ActKind kind) => kind.Words != WordsFor.Unasked || kind.Detail is not (Detail.None or Detail.Moment);

    public static void Hand(TurnContext turn, ActKind kind, Request request, Ticket ticket) => Hand(
        turn, kind, request with { Subject = ticket.Reference, Version = request.Version ?? ticket.Version, Detail = Guid.NewGuid().ToString("N") }, ticket,
        new Dictionary<string, FieldAnswer>(StringComparer.Ordinal), []);

    /// <returns>False when this form was sent before, and something came of it.</returns>
    public static async ValueTask<bool> TakeIn(TurnContext turn, Request form) =>
        await turn.Visit.Store.TryDeliver(KeyOf(form), bodyHash: "", turn.Now) is null;

    /// <summary>Nothing came of it.</summary>
    public static ValueTask GiveBack(TurnContext turn, Request form) => turn.Visit.Store.GiveBack(KeyOf(form));

    /// <summary>The request that a filled form makes.</summary>
    public static Request Read(ActKind kind, Request form, IReadOnlyDictionary<string, FieldAnswer> answers) =>
        form with { Detail = MenuOf(kind.Detail) is { } menu ? One(answers, menu) : null, Text = One(answers, Words) ?? "" };

    /// <summary>What is missing in it; null when nothing is.</summary>
    public static Refusal? Objection(ActKind kind, Request request) =>
        MenuOf(kind.Detail) is { } menu && request.Detail is null ? Refusal.Invalid(menu, BotText.Say("ActForm.NotChosen"))
        : kind.Words == WordsFor.Needed && request.Text.Length == 0 ? Refusal.Invalid(Words, DeskText.Say("Refusals.TextMissing"))
        : null;

    /// <summary>The same form again, with what is wrong in it.</summary>
    public static void HandBack(
        TurnContext turn, ActKind kind, Request form, Ticket ticket, IReadOnlyDictionary<string, FieldAnswer> answers, Refusal no) =>
        Hand(turn, kind, form, ticket, answers, no.Fields.ToDictionary(field => field.Key, field => field.Value.In(turn.Tongue), StringComparer.Ordinal));

    private static void Hand(
        TurnContext turn, ActKind kind, Request form, Ticket ticket, IReadOnlyDictionary<string, FieldAnswer> answers, Dictionary<string, string> errors)
    {
        var menu = MenuOf(kind.Detail) is { } key ? new[] { kind.Detail == Detail.Title ? Title(turn, key) : Menu(key, turn, kind, form, ticket) } : [];
        var words = kind.Detail == Detail.Engineer ? [] : new[] { Text(turn, form.Verb, kind) };
        turn.Hand(new Reply.Form(form.ToChoice(), turn.Words("ActForm.Title", turn.LabelOf(form.Verb), ticket.Reference), [.. menu, .. words], answers, errors));
    }

    private static FormField Title(TurnContext turn, string key) =>
        new(key, FieldKind.ShortText, turn.Words("ActForm.Title.Label"), "", Mandatory: true, MaxLength: 200, []);

    private static FormField Menu(string key, TurnContext turn, ActKind kind, Request request, Ticket ticket) => new(
        key, FieldKind.Choice, turn.Words($"ActForm.{kind.Detail}"), "", Mandatory: true, MaxLength: 100,
        [.. ActDetails.Choices(kind.Detail, request, ticket, turn).Select(choice => new Choice(choice.Detail, choice.Label.In(turn.Tongue)))]);

    private static FormField Text(TurnContext turn, Verb verb, ActKind kind)
    {
        var isNeeded = kind.Words == WordsFor.Needed;
        return new(
            Words, FieldKind.LongText, turn.Words(verb switch
            {
                Verb.Note => "ActForm.WordsForDesk",
                Verb.Publish => "ActForm.WordsForAll",
                _ => turn.Actor.IsContact ? "ActForm.WordsOfContact" : "ActForm.WordsForClient",
            }),
            isNeeded ? "" : turn.Words("ActForm.WordsOffered"), isNeeded, LongestWords, []);
    }

    private static DeliveryKey KeyOf(Request form) => new("act-form", form.Detail ?? "");

    private static string? MenuOf(Detail detail) => detail switch
    {
        Detail.Fix => "fix",
        Detail.Priority => "priority",
        Detail.Engineer => "to",
        Detail.Title => "title",
        _ => null,
    };

    private static string? One(IReadOnlyDictionary<string, FieldAnswer> answers, string key) =>
        answers.GetValueOrDefault(key) is FieldAnswer.One(var text) && PlainText.Clean(text) is { Length: > 0 } clean ? clean : null;
}

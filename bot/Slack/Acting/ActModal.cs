using System.Text.Json.Nodes;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Dialogs.Acting;
using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Slack.Kit;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using Choice = ChatSupport.Bot.Dialogs.Choice;

namespace ChatSupport.Bot.Slack.Acting;

/// <summary>An act that needs words or a choice, as a modal. Its inputs are named as the desk names what it finds wrong with them.</summary>
internal static class ActModal
{
    public const string Words = "comment";
    private const int LongestWords = 3000;

    /// <summary>Whether an act is asked about before it is done; what needs nothing is one click.</summary>
    public static bool IsNeededFor(ActKind kind) => kind.Words != WordsFor.Unasked || kind.Detail is not (Detail.None or Detail.Moment);

    /// <summary>The input of what has to be chosen; null when nothing has.</summary>
    public static string? InputOf(Detail detail) => detail switch
    {
        Detail.Fix => "fix",
        Detail.Priority => "priority",
        Detail.Engineer => "to",
        Detail.Title => "title",
        _ => null,
    };

    /// <param name="answers">What is in it already.</param>
    /// <param name="refusal">Why it was not done the last time.</param>
    public static JsonObject View(
        ActState state, Request request, ActKind kind, Directory directory, Tongue tongue,
        IReadOnlyDictionary<string, FieldAnswer>? answers = null, Sentence? refusal = null)
    {
        var label = BotText.Say($"Dialogs.Do.{request.Verb}").In(tongue);
        return Kit.View.Modal(
            ActState.Callback, state.Write(), request.Ticket ?? label, label, BotText.Say("Slack.Act.Cancel").In(tongue),
            [
                Block.Section(Marked.Bold(label) + Marked.Of($" – {request.Ticket}")),
                .. refusal is null ? [] : new[] { Block.Section(new Marked(":no_entry: ") + Marked.Say(refusal, tongue)) },
                .. InputOf(kind.Detail) is { } input
                    ? new[] { InputBlock.Of(kind.Detail == Detail.Title ? Title(input, tongue) : Menu(input, kind.Detail, directory, tongue), answers?.GetValueOrDefault(input), tells: false) }
                    : [],
                .. kind.Detail == Detail.Engineer ? [] : new[] { InputBlock.Of(Text(request.Verb, kind, tongue), answers?.GetValueOrDefault(Words), tells: false) },
            ]);
    }

    private static FormField Menu(string key, Detail detail, Directory directory, Tongue tongue) => new(
        key, FieldKind.Choice, BotText.Say($"Slack.Act.{detail}").In(tongue), "", Mandatory: true, MaxLength: 100, [.. Options(detail, directory, tongue)]);

    private static FormField Title(string key, Tongue tongue) =>
        new(key, FieldKind.ShortText, BotText.Say("ActForm.Title.Label").In(tongue), "", Mandatory: true, MaxLength: 200, []);

    private static FormField Text(Verb verb, ActKind kind, Tongue tongue) => new(
        Words, FieldKind.LongText, BotText.Say(verb switch
        {
            Verb.Note => "Slack.Act.Words.Note",
            Verb.Publish => "ActForm.WordsForAll",
            _ => "Slack.Act.Words.Client",
        }).In(tongue),
        kind.Words == WordsFor.Needed ? "" : BotText.Say("Slack.Act.WordsOffered").In(tongue), kind.Words == WordsFor.Needed, LongestWords, []);

    private static IEnumerable<Choice> Options(Detail detail, Directory directory, Tongue tongue) => detail switch
    {
        Detail.Fix => Enum.GetValues<Fix>().Select(fix => new Choice(fix.ToString(), DeskText.Word(fix).In(tongue))),
        Detail.Priority => Enum.GetValues<Priority>().Select(priority => new Choice(priority.ToString(), DeskText.Word(priority).In(tongue))),
        _ => directory.Engineers.Select(engineer => new Choice(engineer.Id, engineer.Name.Full)),
    };
}

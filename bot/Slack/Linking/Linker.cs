using System.Text.Json.Nodes;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Linking;
using ChatSupport.Bot.Slack.Arriving;
using ChatSupport.Bot.Slack.Declaring;
using ChatSupport.Bot.Slack.Kit;
using ChatSupport.Bot.Slack.Wire;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;

namespace ChatSupport.Bot.Slack.Linking;

/// <summary>
/// How somebody whom the desk does not know proves who they are: they name their registered address, a code is mailed to it, they type the
/// code. Until it is right nothing tells them whether the address is anybody's.
/// </summary>
internal sealed class Linker(LinkCodes codes, Views views, SlackPeople people)
{
    public const string AskCallback = "link_address";
    public const string ProveCallback = "link_code";
    private const string Address = "address";
    private const string Code = "code";

    /// <summary>To whatever a stranger clicked.</summary>
    public Task Offer(Interaction from, CancellationToken stop) =>
        views.Open(from, View(AskCallback, Address, "Address", people.TongueIn(from.Who.Realm)), stop);

    public async Task<SlackAnswer> Submit(Interaction.Submission submission, CancellationToken stop)
    {
        var (who, view) = (submission.Who, submission.View);
        var tongue = people.TongueIn(who.Realm);
        if (view.Callback == AskCallback)
        {
            await codes.Ask(who, Text(view, Address), stop);
            return SlackAnswer.Show(View(ProveCallback, Code, "Code", tongue));
        }
        return await codes.Prove(who, Text(view, Code), stop) switch
        {
            Proof.Linked { Person: var person } => SlackAnswer.Show(Welcome(person)),
            Proof.Wrong { Left: var left } => SlackAnswer.Errors([(Code, BotText.Say("Linking.Wrong", left).In(tongue))]),
            Proof.Locked { Until: var until } => SlackAnswer.Show(ResultModal.Of(BotText.Say("Linking.Locked", until), tongue)),
            _ => throw new ArgumentOutOfRangeException(nameof(submission)),
        };
    }

    private static JsonObject View(string callback, string input, string entry, Tongue tongue)
    {
        var field = new FormField(
            input, FieldKind.ShortText, Say($"Linking.{entry}.Label"), Say($"Linking.{entry}.Help"), Mandatory: true, MaxLength: 254, []);
        return Kit.View.Modal(
            callback, "", Say("Linking.Title"), Say($"Linking.{entry}.Submit"), Say("Linking.Cancel"),
            [Block.Section(Marked.Of(Say($"Linking.{entry}.Intro"))), InputBlock.Of(field, answer: null, tells: false)]);

        string Say(string key) => BotText.Say(key).In(tongue);
    }

    private static JsonObject Welcome(Person person) => ResultModal.Of(
        [
            Block.Section(Marked.Of(BotText.Say(person is Contact ? "Linking.Welcome" : "Linking.WelcomeToDesk", person.Name.First).In(person.Tongue))),
            .. person is Contact
                ? Block.Buttons([new Dialogs.Choice("declare", BotText.Say("Dialogs.Do.Declare").In(person.Tongue), ChoiceStyle.Primary)])
                : [],
        ],
        person.Tongue);

    private static string Text(OpenView view, string input) => view.Answers.GetValueOrDefault(input) is FieldAnswer.One(var text) ? text.Trim() : "";
}

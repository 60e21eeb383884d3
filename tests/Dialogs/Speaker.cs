using System.Globalization;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using Choice = ChatSupport.Bot.Dialogs.Choice;

namespace ChatSupport.Tests.Dialogs;

/// <summary>One person in one conversation: what they say and click, and what they then hear.</summary>
public sealed class Speaker(DialogDesk desk, string person, string conversation, string? about)
{
    private static int deliveries;

    public string Conversation => conversation;

    /// <summary>The replies to the last turn.</summary>
    public IReadOnlyList<Reply> Replies { get; private set; } = [];

    public IEnumerable<Choice> Buttons => Replies.OfType<Reply.Choices>().SelectMany(choices => choices.Options);

    /// <summary>Everything that is read in the last replies.</summary>
    public string Heard => string.Join('\n', Replies.Select(reply => reply switch
    {
        Reply.Text(var words) => words,
        Reply.Choices(var words, var options) => $"{words}\n{string.Join('\n', options.Select(option => $"[{option.Label}]"))}",
        Reply.Notice(_, var words) => words,
        Reply.Card(var reference) => $"<{reference}>",
        Reply.Form form => $"{form.Title}\n{string.Join('\n', form.Errors.Values)}",
        _ => "",
    }));

    public Reply.Form Form => Assert.Single(Replies.OfType<Reply.Form>());

    public Task<Speaker> Says(string words) => Turns(new Input.Words(words));

    /// <summary>Clicks the button with this label, or whose id begins so.</summary>
    public Task<Speaker> Clicks(string button) =>
        Turns(new Input.Chosen((Buttons.FirstOrDefault(choice => Plain(choice.Label) == Plain(button)) ?? Buttons.FirstOrDefault(choice => choice.Id.StartsWith(button, StringComparison.Ordinal)))?.Id
            ?? throw new InvalidOperationException($"No button “{button}” in:\n{Heard}")));

    /// <summary>Clicks the button, or says it when the last replies did not offer it.</summary>
    public Task<Speaker> Clicks(string button, string otherwise) =>
        Buttons.Any(choice => Plain(choice.Label) == Plain(button)) ? Clicks(button) : Says(otherwise);

    public Task<Speaker> ClicksId(string id) => Turns(new Input.Chosen(id));

    public Task<Speaker> FillsIn(string form, IReadOnlyDictionary<string, FieldAnswer> answers) => Turns(new Input.Filled(form, answers));

    /// <summary>Says or clicks one thing after another.</summary>
    public async Task<Speaker> Answers(params string[] answers)
    {
        foreach (var answer in answers)
            await Says(answer);
        return this;
    }

    public async Task<Speaker> Turns(Input said, string? delivery = null)
    {
        Replies = await desk.Conversations.Take(new Turn(
            desk.Person(person), Door.Web, conversation,
            new DeliveryKey("test", delivery ?? Interlocked.Increment(ref deliveries).ToString(CultureInfo.InvariantCulture)), said)
        { About = about });
        return this;
    }

    /// <summary>Each of these is read in the last replies.</summary>
    public Speaker Hears(params string[] parts)
    {
        foreach (var part in parts)
            Assert.Contains(Plain(part), Plain(Heard), StringComparison.Ordinal);
        return this;
    }

    public Speaker DoesNotHear(params string[] parts)
    {
        foreach (var part in parts)
            Assert.DoesNotContain(Plain(part), Plain(Heard), StringComparison.Ordinal);
        return this;
    }

    /// <summary>Stories are typed with plain spaces and apostrophes.</summary>
    private static string Plain(string words) => words.Replace('\'', '’').Replace('\u00A0', ' ');
}

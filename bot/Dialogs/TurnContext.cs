using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Following;
using ChatSupport.Bot.Language;
using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Bot.Dialogs;

/// <summary>
/// One turn on its way: who speaks and what is known, and what it leads to: the next state and the replies. It may be run again, so
/// nothing changes except through its <see cref="Visit"/>. Most turns change nothing but where the conversation stands, and a glance is enough.
/// </summary>
internal sealed class TurnContext(Turn turn, Person who, Glance desk, Left? before, Tongue tongue)
{
    private readonly List<Reply> replies = [];

    public Turn Turn => turn;

    public Person Who => who;

    public Actor Actor { get; } = Actor.Of(who);

    public Audience Audience { get; } = Audiences.Of(who);

    public Reader Store => desk.Store;

    /// <summary>For what changes something.</summary>
    /// <exception cref="MoreThanAGlanceException">The turn is being thought through; it is taken at the counter then.</exception>
    public Visit Visit => desk as Visit ?? throw new MoreThanAGlanceException();

    public Directory Directory => desk.Directory;

    public IReadOnlySet<Way> Ways => desk.Ways;

    public Instant Now => desk.Now;

    public WallClock Own => turn.Own;

    public Tongue Tongue { get; private set; } = tongue;

    public ConversationState State { get; set; } = before?.State ?? new();

    /// <summary>The version under which this turn's state will be saved; it numbers what begins in this turn.</summary>
    public int Number { get; } = (before?.Row.Version ?? 0) + 1;

    /// <summary>When the conversation last moved on; null when it begins.</summary>
    public Instant? LastMoved => before?.Row.UpdatedAt;

    public IReadOnlyList<Reply> Replies => replies;

    public async ValueTask Speak(Tongue chosen)
    {
        await Visit.Store.ChooseLanguage(who, chosen);
        Tongue = chosen;
    }

    /// <summary>A sentence as this person is spoken to here.</summary>
    public string In(Sentence sentence) => turn.Clock is { } clock ? sentence.In(Tongue, clock) : sentence.In(Tongue, turn.Door);

    public string Words(string key, params ReadOnlySpan<object?> with) => In(BotText.Say(key, with));

    /// <summary>What a button for this verb says.</summary>
    public string LabelOf(Verb verb) => Words($"Dialogs.Do.{verb}");

    public Choice Choice(Request request, ChoiceStyle style = ChoiceStyle.Plain) => new(request.ToChoice(), LabelOf(request.Verb), style);

    public Choice Choice(Verb verb, ChoiceStyle style = ChoiceStyle.Plain) => Choice(new Request(verb), style);

    public void Say(string words) => replies.Add(new Reply.Text(words));

    public void Offer(string words, params IEnumerable<Choice> options) => replies.Add(new Reply.Choices(words, [.. options]));

    public void Notify(Tone tone, Sentence sentence) => replies.Add(new Reply.Notice(tone, In(sentence)));

    public void Notify(Tone tone, string key, params ReadOnlySpan<object?> with) => Notify(tone, BotText.Say(key, with));

    public void Hand(Reply.Form form) => replies.Add(form);

    /// <summary>Shows a ticket's card; it is what is spoken of from now on.</summary>
    public void Show(string reference)
    {
        replies.Add(new Reply.Card(reference));
        State = State with { Topic = reference };
    }

    public ValueTask<Ticket?> Find(string reference) => desk.Find(reference, Actor);

    public ValueTask<Answer> Act(string reference, TicketAct act) => Visit.Act(reference, act, Actor, turn.Door);

    public string NameOf(string id) => id == Actor.Desk.Id ? Words("Dialogs.TheDesk") : Directory.Recipient(id).In(Tongue);
}

using System.Text.Json.Serialization;
using ChatSupport.Desk.Declarations;

namespace ChatSupport.Bot.Dialogs;

/// <summary>
/// What the desk says in a conversation: a small closed set that each door renders in its own way. The words are already in the
/// reader's language; a ticket is only named, and rendered as it stands when it is shown.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Card), "card")]
[JsonDerivedType(typeof(Form), "form")]
[JsonDerivedType(typeof(Choices), "choices")]
[JsonDerivedType(typeof(Notice), "notice")]
public abstract record Reply
{
    private Reply()
    {
    }

    public sealed record Text(string Words) : Reply;

    /// <summary>A ticket's card, drawn from <see cref="Cards.TicketCardModel"/> as the ticket stands when it is shown.</summary>
    public sealed record Card(string Reference) : Reply;

    /// <summary>A form to fill in at once.</summary>
    /// <param name="Id">Names the form and what it is for; it comes back with the answers.</param>
    /// <param name="Errors">By field key, what is wrong with what was sent before.</param>
    public sealed record Form(
        string Id, string Title, IReadOnlyList<FormField> Fields, IReadOnlyDictionary<string, FieldAnswer> Answers,
        IReadOnlyDictionary<string, string> Errors) : Reply;

    /// <summary>A question with the answers that can be chosen; free words may be understood as well.</summary>
    public sealed record Choices(string Words, IReadOnlyList<Choice> Options) : Reply;

    /// <summary>Something to be seen at once: it worked, take care, it cannot be done.</summary>
    public sealed record Notice(Tone Tone, string Words) : Reply;
}

/// <param name="Id">Comes back when it is chosen. At most 150 characters, so that every vendor carries it.</param>
/// <param name="Style">How it stands out: the way on, or the one to think about.</param>
public sealed record Choice(string Id, string Label, ChoiceStyle Style = ChoiceStyle.Plain);

public enum ChoiceStyle
{
    Plain,
    Primary,
    Danger,
}

public enum Tone
{
    Good,
    Attention,
    Refusal,
}

/// <summary>One field of a form as its reader sees it.</summary>
public sealed record FormField(
    string Key, FieldKind Kind, string Label, string Help, bool Mandatory, int MaxLength, IReadOnlyList<Choice> Options);

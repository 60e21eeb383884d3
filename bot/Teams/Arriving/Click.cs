using System.Text.Json;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Dialogs.Acting;
using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Teams.Kit;
using ChatSupport.Bot.Wire;
using ChatSupport.Desk.Declarations;

namespace ChatSupport.Bot.Teams.Arriving;

/// <summary>What a button of ours sent: what was chosen, or a form with what was filled in.</summary>
/// <param name="Id">The chosen <see cref="Dialogs.Choice.Id"/>, or the form's.</param>
/// <param name="Said">What the button said.</param>
/// <param name="Inputs">Null when a choice was made.</param>
internal sealed record Click(string Id, string Said, IReadOnlyDictionary<string, FieldAnswer>? Inputs)
{
    /// <summary>For whom this is a ticket's card, or a form: it is answered where it stands. Anything else goes on in the conversation.</summary>
    public bool IsAnsweredInPlace => Inputs is not null || Request is { } request
        && (request.Verb is Verb.Form or Verb.Complete or Verb.Later or Verb.Show or Verb.Why or Verb.Timeline || (ActKind.Of(request.Verb) is not null && request.Ticket is not null));

    public Request? Request => Request.OfChoice(Id);

    public Input ToInput() => Inputs is null ? new Input.Chosen(Id) : new Input.Filled(Id, Inputs);

    /// <param name="data">What the button sent, its inputs among it.</param>
    /// <returns>Null when it was none of ours.</returns>
    public static Click? Read(JsonElement data)
    {
        var said = data.Text(CardAction.Said) ?? "";
        if (data.Text(CardAction.Form) is { } form)
            return new Click(form, said, Answers(data));
        var isMenu = data.Text(CardAction.Picked) is not null;
        return (isMenu ? data.Text(CardAction.Picked) : data.Text(CardAction.Chosen)) is { } choice ? new Click(choice, said, null) : null;
    }

    private static Dictionary<string, FieldAnswer> Answers(JsonElement data)
    {
        var answers = new Dictionary<string, FieldAnswer>(StringComparer.Ordinal);
        foreach (var input in data.Entries().Where(entry => entry.Value.ValueKind == JsonValueKind.String && !entry.NameEquals(CardAction.Form) && !entry.NameEquals(CardAction.Said)))
            if (!input.Name.EndsWith(FieldInput.Time, StringComparison.Ordinal))
                answers[input.Name] = FieldAnswer.Of(Whole(data, input.Name, input.Value.GetString()!));
        return answers;
    }

    /// <summary>A moment comes as a day and a time; a box that is not ticked is no answer.</summary>
    private static string Whole(JsonElement data, string name, string text) =>
        text.Length > 0 && data.Text(name + FieldInput.Time) is { } time ? $"{text}T{time}"
        : text == "false" && IncidentForm.Form.Find(name)?.Kind == FieldKind.Consent ? ""
        : text;
}

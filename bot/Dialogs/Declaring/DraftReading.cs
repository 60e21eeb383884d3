using ChatSupport.Bot.Dialogs.Recognise;
using ChatSupport.Desk.Declarations;

namespace ChatSupport.Bot.Dialogs.Declaring;

/// <summary>How a draft and the answers to its questions are read: by the form, and by it alone.</summary>
internal static class DraftReading
{
    /// <summary>The fields that a conversation asks for.</summary>
    public static IReadOnlyList<Field> Fields { get; } = [.. IncidentForm.Form.AskedOn(Channel.Portal)];

    public static Field? Find(string? key) => Fields.FirstOrDefault(field => field.Key == key);

    /// <summary>What a call established that the form would ask for. Its title is ours and says nothing.</summary>
    public static Dictionary<string, FieldAnswer> Begun(Declaration byPhone) =>
        byPhone.Answers.Where(answer => answer.Key != "title" && Find(answer.Key) is not null).ToDictionary(StringComparer.Ordinal);

    public static DeclarationReading Read(this Draft draft, DeclarationContext context) => IncidentForm.Form.ReadAgain(draft.Answers, context);

    /// <summary>What can be told beside the mandatory, and has not been.</summary>
    public static IEnumerable<Field> Optional(this Draft draft, DeclarationReading reading, DeclarationContext context) => Fields.Where(field =>
        !draft.Answers.ContainsKey(field.Key) && field.Applies(reading.SoFar) && !field.IsMandatory(reading.SoFar, context));

    /// <summary>One answer to one question: as the field reads it, else what people's own words mean by it, else the field's objection.</summary>
    public static Finding ReadAnswer(this Field field, Utterance said, DeclarationContext context)
    {
        var literal = field.Read(FieldAnswer.Of(said.Text), context);
        if (literal.Value is not null || SpokenAnswer.To(field.Key, said, context.Now, context.Zone) is not { } meant)
            return literal;
        var spoken = field.Read(FieldAnswer.Of(meant), context);
        return spoken.Value is null ? literal : spoken;
    }
}

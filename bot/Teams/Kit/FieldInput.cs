using System.Text.Json.Nodes;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Language;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using NodaTime.Text;

namespace ChatSupport.Bot.Teams.Kit;

/// <summary>
/// One field of a form as inputs, named after the field's key. Teams itself asks for what is mandatory; what the desk finds wrong stands
/// beneath. A moment is a day and a time, since there is no input for both.
/// </summary>
internal static class FieldInput
{
    /// <summary>After the key: the other half of a moment.</summary>
    public const string Time = ".time";

    /// <summary>What an input takes; longer answers come by other doors, or in two parts.</summary>
    public const int LongestText = 4000;

    public static IEnumerable<JsonObject> Of(FormField field, FieldAnswer? answer, string? error, Tongue tongue)
    {
        foreach (var input in Inputs(field, answer, tongue))
            yield return input;
        foreach (var line in error is null ? [] : Text.Of(error, color: "attention"))
            yield return line;
    }

    private static IEnumerable<JsonObject> Inputs(FormField field, FieldAnswer? answer, Tongue tongue)
    {
        if (field.Kind == FieldKind.Consent)
            return [Box(field, One(answer) == "true", tongue)];
        if (field.Kind == FieldKind.Instant)
            return Moment(field, One(answer), tongue);
        return [field.Kind == FieldKind.Choice ? Select(field, One(answer), tongue) : Writing(field, answer, tongue), .. Help(field)];
    }

    private static JsonObject Writing(FormField field, FieldAnswer? answer, Tongue tongue)
    {
        var input = Named("Input.Text", field, tongue);
        input["isMultiline"] = field.Kind is FieldKind.LongText or FieldKind.List;
        input["maxLength"] = Math.Clamp(field.MaxLength, 1, LongestText);
        if (field.Kind == FieldKind.Phone)
            input["style"] = "tel";
        if ((answer is FieldAnswer.Many(var several) ? string.Join('\n', several) : One(answer)) is { Length: > 0 } text)
            input["value"] = Text.Fit(text, LongestText);
        return input;
    }

    private static JsonObject Select(FormField field, string? chosen, Tongue tongue)
    {
        var select = Named("Input.ChoiceSet", field, tongue);
        select["style"] = "compact";
        select["choices"] = new JsonArray([.. field.Options.Select(option => new JsonObject { ["title"] = option.Label, ["value"] = option.Id })]);
        if (!field.Mandatory || chosen is null)
            select["placeholder"] = BotText.Say("Teams.Choose").In(tongue);
        if (field.Options.Any(option => option.Id == chosen))
            select["value"] = chosen;
        return select;
    }

    private static JsonObject Box(FormField field, bool ticked, Tongue tongue)
    {
        var box = Named("Input.Toggle", field, tongue);
        box["title"] = field.Help.Length > 0 ? field.Help : field.Label;
        box["wrap"] = true;
        box["valueOn"] = "true";
        box["valueOff"] = "false";
        box["value"] = ticked ? "true" : "false";
        return box;
    }

    private static IEnumerable<JsonObject> Moment(FormField field, string? instant, Tongue tongue)
    {
        var (day, time) = (Named("Input.Date", field, tongue), Named("Input.Time", field with { Key = field.Key + Time }, tongue));
        time["label"] = BotText.Say("Teams.AtTime").In(tongue);
        if (instant is not null && IsoTime.Read(instant) is { } at)
        {
            var local = at.InZone(Paris.Zone).LocalDateTime;
            day["value"] = LocalDatePattern.Iso.Format(local.Date);
            time["value"] = LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(local.TimeOfDay);
        }
        return [day, time, .. Help(field)];
    }

    private static IEnumerable<JsonObject> Help(FormField field) => field.Help.Length > 0 ? Text.Of(field.Help, size: "small", subtle: true).Select(Close) : [];

    /// <summary>It belongs to what is above it.</summary>
    private static JsonObject Close(JsonObject line)
    {
        line["spacing"] = "none";
        return line;
    }

    private static JsonObject Named(string type, FormField field, Tongue tongue)
    {
        var input = new JsonObject { ["type"] = type, ["id"] = field.Key, ["label"] = field.Label };
        if (field.Mandatory)
        {
            input["isRequired"] = true;
            input["errorMessage"] = BotText.Say("Teams.FillIn", field.Label).In(tongue);
        }
        return input;
    }

    private static string? One(FieldAnswer? answer) => answer is FieldAnswer.One(var text) ? text : null;
}

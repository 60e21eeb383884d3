using System.Globalization;
using System.Text.Json;
using ChatSupport.Bot.Wire;
using ChatSupport.Desk.Declarations;
using NodaTime;
using NodaTime.Text;

namespace ChatSupport.Bot.Slack.Wire;

/// <summary>A view as somebody has it before them, with what they have filled in so far.</summary>
/// <param name="Hash">Names this state of the view: an update on an older one is refused.</param>
/// <param name="Metadata">What we wrote on its back.</param>
/// <param name="Answers">By block: the answers of the inputs that were not left empty.</param>
/// <param name="Inputs">The blocks that a person could fill in; an error stands only beside one of these.</param>
internal sealed record OpenView(
    string Id, string? Hash, string Callback, string Metadata, bool IsModal,
    IReadOnlyDictionary<string, FieldAnswer> Answers, IReadOnlySet<string> Inputs)
{
    public static OpenView? Read(JsonElement json) => json.At("view") is { } view && view.Text("id") is { } id
        ? new OpenView(
            id, view.Text("hash"), view.Text("callback_id") ?? "", view.Text("private_metadata") ?? "", view.Text("type") == "modal",
            AnswersIn(view), InputsOf(view))
        : null;

    private static Dictionary<string, FieldAnswer> AnswersIn(JsonElement view) => view.Entries("state", "values")
        .Select(block => (Key: block.Name, Answer: block.Value.Entries().Select(action => Answer(action.Value)).FirstOrDefault(answer => answer is not null)))
        .Where(pair => pair.Answer is not null)
        .ToDictionary(pair => pair.Key, pair => pair.Answer!, StringComparer.Ordinal);

    private static HashSet<string> InputsOf(JsonElement view) =>
        [.. view.Items("blocks").Where(block => block.Text("type") == "input").Select(block => block.Text("block_id")).OfType<string>()
            .Concat(view.Entries("state", "values").Select(block => block.Name))];

    private static FieldAnswer? Answer(JsonElement input) => input.Text("type") switch
    {
        // An empty box says nothing, as at every other door.
        "checkboxes" => input.Items("selected_options").Any() ? FieldAnswer.Of("true") : null,
        "datetimepicker" => input.Number("selected_date_time") is { } seconds and > 0 and < 32_503_680_000
            ? FieldAnswer.Of(InstantPattern.ExtendedIso.Format(Instant.FromUnixTimeSeconds(seconds)))
            : null,
        "static_select" or "radio_buttons" => Said(input.Text("selected_option", "value")),
        _ => Said(input.Text("value") ?? input.Number("value")?.ToString(CultureInfo.InvariantCulture)),
    };

    private static FieldAnswer? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : FieldAnswer.Of(text);
}

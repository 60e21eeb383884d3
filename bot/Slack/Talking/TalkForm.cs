using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Slack.Kit;
using ChatSupport.Desk.Language;

namespace ChatSupport.Bot.Slack.Talking;

/// <summary>A form that the conversation hands out, as a modal.</summary>
/// <param name="Form">Which form; comes back with the answers.</param>
/// <param name="Conversation">Where it was handed out: there it is taken back.</param>
internal sealed record TalkForm(string Form, string Conversation)
{
    public const string Callback = "form";

    public static JsonObject View(Reply.Form form, string conversation, Tongue tongue) => Kit.View.Modal(
        Callback, JsonSerializer.Serialize(new TalkForm(form.Id, conversation), TalkFormJson.Default.TalkForm),
        form.Title, BotText.Say("Slack.Declare.Submit").In(tongue), BotText.Say("Slack.Declare.Cancel").In(tongue),
        form.Fields.Select(field => InputBlock.Of(field, form.Answers.GetValueOrDefault(field.Key), tells: false)));

    /// <returns>Null when it is none of ours.</returns>
    public static TalkForm? Read(string metadata)
    {
        try
        {
            return JsonSerializer.Deserialize(metadata, TalkFormJson.Default.TalkForm) is { Form: not null, Conversation: not null } form ? form : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TalkForm))]
internal sealed partial class TalkFormJson : JsonSerializerContext;

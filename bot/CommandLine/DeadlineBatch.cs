using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatSupport.Bot.Language;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Language;

namespace ChatSupport.Bot.CommandLine;

/// <summary>
/// <c>bot deadline --batch</c>: a JSON line in, a JSON line out, one at a time and in order. A line that cannot be read is answered
/// with its error and does not stop the others.
/// </summary>
internal static class DeadlineBatch
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>0 when every line was answered with a deadline or with best effort, else 1.</returns>
    public static int Run(Terminal terminal, Tongue tongue)
    {
        var exit = 0;
        while (terminal.Input.ReadLine() is { } line)
        {
            var refusal = TryRead(line, out var question);
            var due = refusal is null ? InitialResponse.Deadline(question.Plan, question.Priority, question.From) : null;
            terminal.Output.WriteLine(JsonSerializer.Serialize(new Answer(due is { } at ? IsoTime.Write(at) : null, refusal?.In(tongue)), Json));
            if (refusal is not null) exit = 1;
        }

        return exit;
    }

    private static Sentence? TryRead(string line, out DeadlineQuestion question)
    {
        question = default;
        try
        {
            return JsonSerializer.Deserialize<Line>(line, Json) is not { } asked ? BotText.Say("CommandLine.NotALine")
                : DeadlineQuestion.TryRead(asked.Plan, asked.Priority, asked.From, out question, out var refusal) ? null
                : refusal;
        }
        catch (JsonException)
        {
            return BotText.Say("CommandLine.NotALine");
        }
    }

    private sealed record Line(string? Plan, string? Priority, string? From);

    private sealed record Answer(string? DueAt, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Error);
}

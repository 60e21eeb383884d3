using System.CommandLine;
using ChatSupport.Bot.Language;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Language;

namespace ChatSupport.Bot.CommandLine;

/// <summary><c>bot deadline</c>: when an initial response is due, and why. It needs no configuration and no running desk.</summary>
internal static class DeadlineCommand
{
    public static Command Create(Terminal terminal)
    {
        var plan = Option<string>("plan", "DEVELOPPEUR|BUSINESS|PREMIUM");
        var priority = Option<string>("priority", "P1|P2|P3");
        var from = Option<string>("from", "2026-12-24T17:30:00+01:00");
        var explain = Option<bool>("explain");
        var batch = Option<bool>("batch");
        var lang = Option<string>("lang", "fr|en");
        var command = new Command("deadline", Said("CommandLine.Deadline")) { plan, priority, from, explain, batch, lang };
        command.SetAction((parsed, _) => Task.FromResult(Answer(parsed)));
        return command;

        int Answer(ParseResult parsed)
        {
            var spoken = parsed.GetValue(lang);
            var tongue = Tongues.Parse(spoken) ?? terminal.Tongue;
            if (spoken is not null && Tongues.Parse(spoken) is null) return terminal.Refuse(BotText.Say("CommandLine.Lang", spoken), tongue);
            if (parsed.GetValue(batch)) return DeadlineBatch.Run(terminal, tongue);

            return DeadlineQuestion.TryRead(parsed.GetValue(plan), parsed.GetValue(priority), parsed.GetValue(from), out var question, out var refusal)
                ? Print(question, parsed.GetValue(explain), terminal, tongue)
                : terminal.Refuse(refusal, tongue);
        }

        string Said(string key) => BotText.Say(key).In(terminal.Tongue);

        Option<T> Option<T>(string name, string? value = null) => new($"--{name}") { Description = Said($"CommandLine.Deadline.{name}"), HelpName = value };
    }

    private static int Print(DeadlineQuestion question, bool explain, Terminal terminal, Tongue tongue)
    {
        var explanation = Explanation.Of(question.Plan, question.Priority, question.From);
        terminal.Output.WriteLine(explanation.DueAt is { } due ? IsoTime.Write(due) : DeskText.Say("Deadline.BestEffort").In(tongue));
        if (explain)
            foreach (var line in explanation.Lines()) terminal.Output.WriteLine(line.In(tongue));
        else if (explanation.Cap is { } cap)
            terminal.Error.WriteLine(cap.In(tongue));
        return 0;
    }
}

using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Dialogs.Recognise;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using NodaTime.Text;

namespace ChatSupport.Bot.Dialogs.Acting;

/// <summary>What an act needs besides words: found at the beginning of what was said, or offered as buttons.</summary>
internal static class ActDetails
{
    private static readonly Phrases Little = new(("", "to|à|au|en|in|as|for|pour|vers|at|the"));

    private static readonly Phrases Fixes = new(
        (nameof(Fix.Production), "production|prod"),
        (nameof(Fix.Preproduction), "préproduction|préprod|pré-production|pré-prod|preproduction|preprod|pre-production|pre-prod"));

    private static readonly Phrases Myself = new(("", "me|myself|moi|moi-même|self"));

    /// <summary>The request with its detail taken from the front of its text, when it is there; the rest is the act's words.</summary>
    public static Request Read(Detail detail, Request request, TurnContext turn)
    {
        if (request.Detail is not null)
            return IsValid(detail, request.Detail, turn) ? request : request with { Detail = null };
        if (request.Text.Length == 0)
            return request;

        if (detail == Detail.Title)
            return request.Text.Split('\n', 2) is [var title, .. var rest] && Publish.IsTitle(title)
                ? request with { Detail = title.Trim(), Text = string.Concat(rest).Trim() }
                : request with { Text = "" };

        var said = Utterance.Of(request.Text);
        var at = Little.At(said, 0) is { } little ? little.Length : 0;
        return detail switch
        {
            Detail.Fix when Fixes.At(said, at) is { } fix => Taking(request, said, fix.Key, at + fix.Length),
            Detail.Priority when AskedPriority.In(Utterance.Of(said.Folded(at, 1))) is { } priority => Taking(request, said, priority, at + 1),
            Detail.Engineer when Myself.At(said, at) is { } me => Taking(request, said, turn.Who.Id, at + me.Length),
            Detail.Engineer when Named(said, at, turn.Directory) is var (engineer, length) => Taking(request, said, engineer.Id, at + length),
            Detail.Moment when When.In(request.Text, turn.Now, turn.Own.Zone) is { } moment =>
                request with { Detail = InstantPattern.ExtendedIso.Format(moment), Text = "" },
            _ => request,
        };
    }

    /// <summary>The details to choose from, the likeliest first.</summary>
    public static IEnumerable<(string Detail, Sentence Label)> Choices(
        Detail detail, Request request, Ticket ticket, TurnContext turn) => detail switch
        {
            Detail.Fix => Enum.GetValues<Fix>().Select(fix => (fix.ToString(), DeskText.Word(fix))),
            Detail.Priority => Enum.GetValues<Priority>()
                .Where(priority => priority.CappedBy(ticket.Plan) == priority && (ticket.IsDisputed || priority != ticket.Priority))
                .OrderByDescending(priority => priority == ticket.Proposed)
                .Select(priority => (priority.ToString(), DeskText.Word(priority))),
            Detail.Title => [],
            _ => LikelyEngineers(request.Text, turn).Select(engineer => (engineer.Id, Sentence.Said("", engineer.Name.Full, engineer.Name.Full))),
        };

    private static bool IsValid(Detail detail, string given, TurnContext turn) => detail switch
    {
        Detail.Fix => Enum.TryParse<Fix>(given, out var fix) && Enum.IsDefined(fix),
        Detail.Priority => Enum.TryParse<Priority>(given, out var priority) && Enum.IsDefined(priority),
        Detail.Engineer => turn.Directory.Engineer(given) is not null,
        Detail.Title => Publish.IsTitle(given),
        Detail.Moment => InstantPattern.ExtendedIso.Parse(given).Success,
        _ => true,
    };

    private static (Engineer Engineer, int Length)? Named(Utterance said, int at, Directory directory)
    {
        foreach (var length in Enumerable.Range(1, 3).Reverse().Where(length => at + length <= said.Words.Length))
        {
            var words = said.Folded(at, length);
            if (directory.Engineers.Where(engineer => NamesOf(engineer).Contains(words)).ToArray() is [var only])
                return (only, length);
        }

        return null;
    }

    /// <summary>Whoever the word resembles comes first; the one who asks is second to nobody else.</summary>
    private static IEnumerable<Engineer> LikelyEngineers(string said, TurnContext turn)
    {
        var near = Nearest.Among(said, turn.Directory.Engineers.SelectMany(NamesOf)).ToList();
        return turn.Directory.Engineers
            .OrderByDescending(engineer => near.Exists(name => NamesOf(engineer).Contains(name)))
            .ThenByDescending(engineer => engineer.Id == turn.Who.Id);
    }

    private static IEnumerable<string> NamesOf(Engineer engineer) =>
        new[] { engineer.Id, engineer.Name.First, engineer.Name.Last, engineer.Name.Full }.Select(PlainText.Fold);

    private static Request Taking(Request request, Utterance said, string detail, int words) =>
        request with { Detail = detail, Text = said.After(words) };
}

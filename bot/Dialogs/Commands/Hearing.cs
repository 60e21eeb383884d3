using System.Collections.Frozen;
using ChatSupport.Bot.Dialogs.Recognise;
using ChatSupport.Desk.Declarations;

namespace ChatSupport.Bot.Dialogs.Commands;

/// <summary>What was made of somebody's words.</summary>
internal abstract record Heard
{
    /// <summary>A command. <paramref name="IsPlain"/> unless other words follow that might be a sentence of their own.</summary>
    public sealed record Command(Request Request, bool IsPlain) : Heard;

    /// <summary>A ticket is named and something is said of it, which may be meant for it.</summary>
    public sealed record Mention(string Reference, string Text) : Heard;

    /// <summary>« Bonjour », "thanks": nothing but courtesy.</summary>
    public sealed record Greeting : Heard;

    public sealed record Nothing : Heard;
}

/// <summary>Reads words by the <see cref="Grammar"/>: courtesies aside, a command, a ticket's reference, or neither.</summary>
internal static class Hearing
{
    private const int LongestNearMiss = 4;

    private static readonly FrozenDictionary<Audience, Phrases> Known = new[] { Audience.Contact, Audience.Engineer, Audience.Supervisor }
        .ToFrozenDictionary(who => who, who => new Phrases([.. CommandsOf(who).Select(command => (command.Verb.ToString(), string.Join('|', command.Said)))]));

    private static readonly FrozenDictionary<Audience, FrozenDictionary<string, Verb>> VerbOf = Known.Keys.ToFrozenDictionary(
        who => who,
        who => CommandsOf(who)
            .SelectMany(command => command.Phrases.Select(phrase => (phrase, command.Verb)))
            .ToFrozenDictionary(row => row.phrase, row => row.Verb, StringComparer.Ordinal));

    private static readonly Phrases Courtesies = new(("", """
        hello|hi|hey|good morning|good afternoon|good evening|please|thanks|thank you
        i want to|i'd like to|i would like to|can you|could you|can i
        bonjour|bonsoir|salut|coucou|s'il vous plaît|s'il te plaît|svp|stp|merci|merci beaucoup
        je veux|je voudrais|je souhaite|j'aimerais|peux-tu|pouvez-vous|puis-je
        """));

    public static Heard Of(Utterance said, Audience who)
    {
        var from = AfterCourtesies(said);
        var until = BeforeCourtesies(said, from);
        if (from == until)
            return said.Text.Trim() is "?" ? Plain(new Request(Verb.Help)) : said.Words.IsEmpty ? new Heard.Nothing() : new Heard.Greeting();

        return Reference(said, from, until, who) ?? CommandAt(said, from, until, who, null) ?? (Heard)new Heard.Nothing();
    }

    /// <summary>The commands that words which are none resemble, the likeliest first; at most three.</summary>
    public static IReadOnlyList<Request> NearMisses(Utterance said, Audience who)
    {
        var from = AfterCourtesies(said);
        var until = BeforeCourtesies(said, from);
        var (words, reference) = (until - from, (string?)null);
        for (var at = from + 1; at < until && reference is null; at++)
            if (TicketReference.At(said, at, bare: true, out var end) is { } named && end == until)
                (words, reference) = (at - from, named);
        return words is 0 or > LongestNearMiss
            ? []
            : [.. Nearest.Among(said.Folded(from, words), VerbOf[who].Keys)
                .Select(phrase => VerbOf[who][phrase])
                .Distinct()
                .Take(3)
                .Select(verb => new Request(verb, Grammar.Of(verb, who)!.TakesTicket ? reference : null))];
    }

    private static Heard? Reference(Utterance said, int from, int until, Audience who)
    {
        var isAlone = until - from == 1 || (until - from == 2 && char.IsAsciiDigit(said.Words[until - 1].Folded[0]));
        if (TicketReference.At(said, from, bare: isAlone, out var end) is not { } reference)
            return null;
        if (end >= until)
            return Plain(new Request(Verb.Show, reference));
        return CommandAt(said, end, until, who, reference) is { } command ? command : new Heard.Mention(reference, said.After(end));
    }

    private static Heard.Command? CommandAt(Utterance said, int at, int until, Audience who, string? reference)
    {
        foreach (var found in Known[who].Beginning(said, at))
        {
            var command = Grammar.Of(Enum.Parse<Verb>(found.Key), who)!;
            var end = at + found.Length;
            var ticket = reference;
            if (ticket is null && command.TakesTicket)
                ticket = TicketReference.At(said, end, bare: true, out end);
            var last = command.Takes == Takes.TicketAndWords && ticket is not null ? said.Words.Length : until;
            if (end >= last && (ticket is null || command.TakesTicket))
                return Plain(new Request(command.Verb, ticket));
            if (command.TakesText && (ticket is null || command.TakesTicket))
                return new Heard.Command(new Request(command.Verb, ticket, Text: said.After(end)), IsPlain: ticket is not null);
        }

        return null;
    }

    private static IEnumerable<Command> CommandsOf(Audience who) =>
        Grammar.Commands.Where(command => command.For.HasFlag(who) && command.Said.Length > 0);

    private static int AfterCourtesies(Utterance said)
    {
        var at = 0;
        while (Courtesies.At(said, at) is { } found)
            at += found.Length;
        return at;
    }

    private static int BeforeCourtesies(Utterance said, int from)
    {
        var until = said.Words.Length;
        for (var at = until - 1; at >= from; at--)
            if (Courtesies.At(said, at) is { } found && at + found.Length == until)
                until = at;
        return until;
    }

    private static Heard.Command Plain(Request request) => new(request, IsPlain: true);
}

using ChatSupport.Bot.Dialogs.Recognise;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.People;
using NodaTime;

namespace ChatSupport.Bot.Dialogs.OnCall;

/// <summary>A night on call, and whom it is given to, as somebody says it: "tonight with tom", « le 24/12 à Nadia ».</summary>
/// <param name="Engineer">Null when nobody of the desk was named.</param>
internal sealed record Night(Instant From, Instant To, Engineer? Engineer)
{
    private static readonly LocalTime Evening = new(19, 0);
    private static readonly LocalTime Morning = new(9, 0);

    /// <summary>Half a year: every rotation comes round within it.</summary>
    private const int NightsAhead = 182;

    private static readonly Phrases Tomorrow = new(("tomorrow", "tomorrow|demain"));

    /// <summary>From one evening to the next morning; without a day it is tonight, which is still yesterday's before the morning.</summary>
    public static Night In(string text, Instant now, Directory directory)
    {
        var said = Utterance.Of(text);
        return Of(DateIn(said, text, now), Named(said, directory));
    }

    /// <summary>The first night that is still to come on which this engineer is on call; null when there is none to be seen.</summary>
    /// <param name="not">A night that is not meant.</param>
    public static Night? NextOf(Engineer engineer, Rota rota, Instant now, Night not) => Enumerable.Range(0, NightsAhead)
        .Select(days => Of(Paris.DateOf(now).PlusDays(days), engineer))
        .FirstOrDefault(night => night.From > now && night.From != not.From && rota.OnCall(night.From).Id == engineer.Id);

    /// <summary>The engineer of whom a name, or the id, stands among these words.</summary>
    public static Engineer? Named(Utterance said, Directory directory)
    {
        var words = said.Words.Select(word => word.Folded).ToHashSet(StringComparer.Ordinal);
        return directory.Engineers.FirstOrDefault(engineer => Utterance.Of(engineer.Name.Full).Words.Any(name => words.Contains(name.Folded)));
    }

    private static LocalDate DateIn(Utterance said, string text, Instant now)
    {
        var local = now.InZone(Paris.Zone);
        var today = local.TimeOfDay < Morning ? local.Date.PlusDays(-1) : local.Date;
        if (Enumerable.Range(0, said.Words.Length).Any(at => Tomorrow.At(said, at) is not null))
            return today.PlusDays(1);
        // What day names are read for lies in the past; a night that is given away is still to come.
        var named = Day.In(PlainWriting.Of(text), today.PlusYears(1), near: 0);
        return named.Length > 0 && named.Candidates.Where(date => date >= today).ToList() is [_, ..] coming ? coming.Min() : today;
    }

    private static Night Of(LocalDate date, Engineer? engineer) => new(At(date, Evening), At(date.PlusDays(1), Morning), engineer);

    private static Instant At(LocalDate date, LocalTime time) => (date + time).InZoneLeniently(Paris.Zone).ToInstant();
}

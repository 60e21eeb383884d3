using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Bot.Playground.Scenarios;

/// <summary>The scenarios that the playground has.</summary>
internal static class Repertoire
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("christmas", ChristmasEve, new("compute", "fr1", "interrupted", "all", Priority.P1), Role.Engineer),
        new(
            "hold", Morning, new("block-storage", "fr2", "degraded", "some", Priority.P2), Role.Engineer,
            Taken(20),
            new(Duration.FromMinutes(15), Role.Engineer, "Question", words => new Hold(words))),
        new(
            "dispute", Morning, new("console", "fr1", "interrupted", "all", Priority.P1), Role.Supervisor,
            Taken(40),
            new(Duration.FromMinutes(20), Role.Engineer, "Proposal", words => new Requalify(Priority.P2, words)),
            new(Duration.FromMinutes(90), Role.Contact, "Objection", words => new Comment(words))),
        new(
            "contested", Morning, new("network", "fr1", "interrupted", "some", Priority.P1), Role.Engineer,
            Taken(10),
            new(Duration.FromMinutes(75), Role.Engineer, "Solution", words => new Resolve(Fix.Production, words)),
            new(Duration.FromMinutes(45), Role.Contact, "Contest", words => new Contest(words))),
    ];

    public static Scenario? Named(string name) => All.FirstOrDefault(scenario => scenario.Name == name);

    private static Scene Taken(int minutes) => new(Duration.FromMinutes(minutes), Role.Engineer, "Taken", words => new Acknowledge(words));

    /// <summary>Half past five on the next Christmas Eve that is a business day: ninety minutes are left of it, and the rest lies beyond the holiday.</summary>
    private static Instant ChristmasEve(Instant now) => Enumerable.Range(Paris.DateOf(now).Year, 10)
        .Select(year => new LocalDate(year, 12, 24))
        .Where(BusinessCalendar.French.IsBusinessDay)
        .Select(date => date.At(new LocalTime(17, 30)).InZoneLeniently(Paris.Zone).ToInstant())
        .First(eve => eve >= now);

    /// <summary>Now, when the business day has time for all of it; else in the course of the next morning.</summary>
    private static Instant Morning(Instant now)
    {
        var opening = BusinessCalendar.French.NextOpening(now);
        var today = BusinessCalendar.French.HoursOn(Paris.DateOf(opening))!.Value;
        if (today.End - opening < Duration.FromHours(5))
            opening = BusinessCalendar.French.OpenOfBusinessDay(now, 1);
        return opening == now ? now : opening + Duration.FromMinutes(72);
    }
}

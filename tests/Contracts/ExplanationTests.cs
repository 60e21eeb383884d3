using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Language;
using NodaTime;
using static ChatSupport.Tests.Clock.Moment;

namespace ChatSupport.Tests.Contracts;

public sealed class ExplanationTests
{
    private static readonly Explanation ChristmasEve = Explanation.Of(Plan.Business, Priority.P1, At("2026-12-24T17:30"));

    [Fact]
    public void It_names_the_hours_counted_and_the_days_skipped()
    {
        Assert.Equal(At("2026-12-28T11:30"), ChristmasEve.DueAt);
        Assert.Equal(
            [new(At("2026-12-24T17:30"), At("2026-12-24T19:00")), new(At("2026-12-28T09:00"), At("2026-12-28T11:30"))],
            ChristmasEve.Counted);
        Assert.Equal(
            [new(new LocalDate(2026, 12, 25), FrenchHoliday.ChristmasDay), new(new LocalDate(2026, 12, 26), null), new(new LocalDate(2026, 12, 27), null)],
            ChristmasEve.Skipped);
    }

    [Fact]
    public void It_is_told_day_by_day_in_French() => Assert.Equal(
        [
            "BUSINESS, P1 – Critique : première réponse sous 4 h, comptées en heures ouvrées (du lundi au vendredi, de 9 h à 19 h, hors jours fériés français).",
            "Le jeudi 24 décembre 2026, de 17:30 à 19:00 : 90 min.",
            "Le vendredi 25 décembre 2026 : non compté, Noël.",
            "Le samedi 26 décembre 2026 : non compté, week-end.",
            "Le dimanche 27 décembre 2026 : non compté, week-end.",
            "Le lundi 28 décembre 2026, de 09:00 à 11:30 : 150 min.",
            "Échéance le lundi 28 décembre 2026 à 11:30, après 240 min au total.",
        ],
        Said(ChristmasEve, Tongue.French).Select(line => line.Replace('\u00a0', ' ')));

    [Fact]
    public void It_is_told_day_by_day_in_English() => Assert.Equal(
        [
            "BUSINESS, P1 – Critical: first response within 4 h, counted in business hours (Monday to Friday, 09:00 to 19:00, French public holidays excluded).",
            "Thursday 24 December 2026, 17:30 to 19:00: 90 min.",
            "Friday 25 December 2026: not counted, Christmas Day.",
            "Saturday 26 December 2026: not counted, weekend.",
            "Sunday 27 December 2026: not counted, weekend.",
            "Monday 28 December 2026, 09:00 to 11:30: 150 min.",
            "Due on Monday 28 December 2026 at 11:30, after 240 min in all.",
        ],
        Said(ChristmasEve, Tongue.English));

    [Fact]
    public void Seconds_are_not_hidden_from_whoever_adds_up()
    {
        var lines = Said(Explanation.Of(Plan.Business, Priority.P1, At("2026-12-24T17:30:30")), Tongue.English).ToList();

        Assert.Contains("Thursday 24 December 2026, 17:30:30 to 19:00: 89 min 30 s.", lines);
        Assert.Contains("Monday 28 December 2026, 09:00 to 11:30:30: 150 min 30 s.", lines);
    }

    [Fact]
    public void A_declaration_at_night_says_when_counting_starts() =>
        Assert.Contains(
            "Friday 27 November 2026 at 20:20 is outside business hours: counting starts on Monday 30 November 2026 at 09:00.",
            Said(Explanation.Of(Plan.Business, Priority.P1, At("2026-11-27T20:20")), Tongue.English));

    [Fact]
    public void A_DEVELOPPEUR_P1_says_that_it_is_computed_as_P2()
    {
        var explanation = Explanation.Of(Plan.Developpeur, Priority.P1, At("2026-12-31T18:00"));

        Assert.Equal(At("2027-01-05T18:00"), explanation.DueAt);
        Assert.Equal("DEVELOPPEUR has no P1 – Critical: the deadline is computed for P2 – Major.", Said(explanation, Tongue.English).First());
        Assert.Null(Explanation.Of(Plan.Developpeur, Priority.P2, At("2026-12-31T18:00")).Cap);
    }

    [Fact]
    public void Best_effort_has_one_line_and_no_deadline()
    {
        var explanation = Explanation.Of(Plan.Premium, Priority.P3, At("2026-12-31T18:00"));

        Assert.Null(explanation.DueAt);
        Assert.Equal(["PREMIUM, P3 – Standard: best effort, without a deadline."], Said(explanation, Tongue.English));
    }

    [Fact]
    public void A_PREMIUM_P1_counts_from_the_call_through_the_night_and_the_change_of_clocks() => Assert.Equal(
        [
            "PREMIUM, P1 – Critical: first response within 1 h of the client’s phone call, day and night, every day.",
            "Sunday 31 October 2027, 02:30 to 02:30: 60 min.",
            "The clocks change in between: what counts is the time that really passes.",
            "Due on Sunday 31 October 2027 at 02:30, after 60 min in all.",
        ],
        Said(Explanation.Of(Plan.Premium, Priority.P1, At("2027-10-31T02:30+02:00")), Tongue.English));

    [Fact]
    public void An_hour_across_midnight_names_both_days() =>
        Assert.Contains(
            "Sunday 6 December 2026 at 23:25 to Monday 7 December 2026 at 00:25: 60 min.",
            Said(Explanation.Of(Plan.Premium, Priority.P1, At("2026-12-06T23:25")), Tongue.English));

    [Fact]
    public void The_soft_objective_explains_itself()
    {
        var explanation = Explanation.OfSoftObjective(At("2026-11-30T10:00"));

        Assert.Equal(At("2026-11-30T14:00"), explanation.DueAt);
        Assert.Equal("Deadline.SoftRule", explanation.Rule.Key);
        Assert.Single(explanation.Counted);
    }

    [Fact]
    public void Whatever_is_explained_its_hours_add_up_to_the_commitment()
    {
        for (var hour = 0; hour < 365 * 24; hour += 5)
        {
            var explanation = Explanation.Of(Plan.Developpeur, Priority.P2, At("2026-01-01T00:17") + Duration.FromHours(hour));

            Assert.Equal(1200, explanation.Counted.Sum(hours => hours.Length.TotalMinutes));
            Assert.Equal(explanation.DueAt, explanation.Counted[^1].To);
            Assert.DoesNotContain(explanation.Counted, hours => explanation.Skipped.Any(day => day.Date == Paris.DateOf(hours.From)));
        }
    }

    [Fact]
    public void Every_holiday_and_every_kind_of_hours_has_a_name_in_both_languages() => Assert.All(Tongues.All, tongue =>
    {
        Assert.All(Enum.GetValues<FrenchHoliday>(), holiday => Assert.NotEmpty(DeskText.Word(holiday).In(tongue)));
        Assert.All(Enum.GetValues<ServiceHours>(), hours => Assert.NotEmpty(DeskText.Word(hours).In(tongue)));
    });

    private static IEnumerable<string> Said(Explanation explanation, Tongue tongue) => explanation.Lines().Select(line => line.In(tongue));
}

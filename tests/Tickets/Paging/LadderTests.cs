using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using ChatSupport.Desk.Tickets.Paging;
using CsCheck;
using NodaTime;

namespace ChatSupport.Tests.Tickets.Paging;

/// <summary>Who is woken, and when. The minutes are counted from the first page, in the night from Saturday to Sunday.</summary>
public sealed class LadderTests
{
    private static readonly (double, string)[] OneRound =
        [(0, "nadia.benali"), (2.5, "nadia.benali"), (5, "tom.lefevre"), (7.5, "tom.lefevre"), (10, "sylvie.roux"), (15, "sylvie.roux")];

    [Fact]
    public void Time_alone_climbs_it() => Assert.Equal(OneRound, Night.Begins().Until(Minutes(19.5)).Called);

    [Fact]
    public void It_is_climbed_again_as_often_as_the_directory_says_and_then_the_supervisors_are_told()
    {
        var night = Night.Begins().Until(Minutes(300));
        Assert.Equal(4 * OneRound.Length, night.Pages.Count);
        Assert.Equal(OneRound.Select(page => (page.Item1 + 60, page.Item2)), night.Called.Skip(3 * OneRound.Length));
        Assert.Equal([Minutes(80)], night.Ended);
    }

    [Fact]
    public void A_message_or_hanging_up_starts_it_at_once() => Assert.All(
        new TicketEvent[] { new VoicemailLeft("RE1", 12), new OnTheLine("CA1", LineStep.HungUp, null, Night.Call) },
        last => Assert.Equal((-0.25, "nadia.benali"), Night.Begins().Looks(Minutes(-0.25)).Hears(last).Looks(Minutes(-0.25)).Called.Single()));

    [Fact]
    public void A_client_on_the_line_is_heard_out_but_only_for_a_while_beyond_their_last_sign()
    {
        var night = Night.Begins().Looks(Minutes(-0.1)).Hears(new OnTheLine("CA1", LineStep.Ringing, "nadia.benali", Night.First + Minutes(0.4)));
        Assert.Equal([0.4], night.Until(Minutes(0.5)).Called.Select(page => page.Minutes));
    }

    [Fact]
    public void A_phone_that_nobody_answered_is_tried_again_at_once_and_its_level_lasts_as_long() => Assert.Equal(
        [(0, "nadia.benali"), (0.5, "nadia.benali"), (5, "tom.lefevre")],
        Night.Begins().Until(Minutes(0.5)).Reports("nadia.benali", PageOutcome.NoAnswer).Until(Minutes(0.7)).Reports("nadia.benali", PageOutcome.Machine).Until(Minutes(5.5)).Called);

    [Fact]
    public void Passing_on_wakes_the_next_at_once() => Assert.Equal(
        [(0, "nadia.benali"), (1.5, "tom.lefevre"), (4, "tom.lefevre")],
        Night.Begins().Until(Minutes(1.5)).Reports("nadia.benali", PageOutcome.PassedOn).Until(Minutes(4.5)).Called);

    [Fact]
    public void Passing_on_at_the_top_waits_for_the_next_round() => Assert.Equal(
        20,
        Night.Begins().Until(Minutes(10.5)).Reports("sylvie.roux", PageOutcome.PassedOn).Until(Minutes(20.5)).Called.Last().Minutes);

    [Fact]
    public void Reports_that_are_late_repeated_or_about_others_change_nothing() => Assert.Equal(
        OneRound,
        Night.Begins().Until(Minutes(5.5)).Reports("nadia.benali", PageOutcome.PassedOn).Reports("claire.morel", PageOutcome.Busy).Until(Minutes(19.5)).Called);

    [Fact]
    public void Whoever_takes_it_ends_it() => Assert.Equal(2, Night.Begins().Until(Minutes(3.5)).Acknowledges("tom.lefevre").Until(Minutes(300)).Pages.Count);

    [Fact]
    public void After_an_interruption_it_goes_on_where_it_stood_and_pages_carry_the_instant_at_which_they_went_out() => Assert.Equal(
        [(0, "nadia.benali"), (45, "nadia.benali"), (45, "tom.lefevre")],
        Night.Begins().Until(Minutes(1)).Looks(Minutes(45)).Looks(Minutes(46)).Called);

    [Fact]
    public void A_level_that_names_nobody_is_passed_over_at_once()
    {
        var ladder = new EscalationLadder(
            [new(EscalationTarget.Supervisors, [EscalationWay.Phone], Minutes(10), 0), new(EscalationTarget.OnCall, [EscalationWay.Phone], Minutes(5), 0)], Repeat: 0);
        var night = Night.Begins(ladder, without: "sylvie.roux").Until(Minutes(1));
        Assert.Equal([(0, ""), (0, "nadia.benali")], night.Called);
    }

    [Fact]
    public void Text_messages_come_when_the_phone_has_come_to_nothing()
    {
        var ladder = new EscalationLadder([new(EscalationTarget.OnCall, [EscalationWay.Sms, EscalationWay.Phone, EscalationWay.Chat], Minutes(9), 1)], Repeat: 0);
        Assert.Equal(
            [(0, "Phone, Chat"), (3, "Phone"), (6, "Sms")],
            Night.Begins(ladder).Until(Minutes(8.5)).Pages.Select(page => (page.After.TotalMinutes, page.Page.By.ToString())));
    }

    [Fact]
    public void For_a_business_client_it_stands_still_while_the_desk_is_closed() // R61
    {
        var night = Night.Begins(contact: "paul.renard", at: "2026-12-04T18:58").Until(Duration.FromDays(4));
        Assert.Equal(
            ["2026-12-04 18:58:25", "2026-12-07 09:00:55", "2026-12-07 09:03:25"],
            night.Pages.Take(3).Select(page => (Night.First + page.After).InZone(Desk.Clock.Paris.Zone).ToString("uuuu-MM-dd HH:mm:ss", null)));
    }

    [Fact]
    public void Both_nights_on_which_the_clocks_change_have_the_same_minutes() => Assert.All(
        new[] { "2027-03-28T01:58", "2027-10-31T02:58" },
        night => Assert.Equal(
            OneRound.Select(page => page.Item1),
            Night.Begins(at: night).Until(Tests.Clock.Moment.At(night) - Night.Call + Minutes(19.5)).Pages.Select(page => (Night.Call + page.After - Tests.Clock.Moment.At(night)).TotalMinutes)));

    [Fact]
    public void Whatever_is_reported_and_whenever_the_desk_looks_there_is_never_a_gap_and_never_a_rush() => Gen.Select(
        Gen.Double[0.01, 12].Array[1, 60],
        Gen.Select(Gen.OneOf("nadia.benali", "tom.lefevre", "sylvie.roux"), Gen.Enum<PageOutcome>()).Array[60]).Sample((waits, reports) =>
    {
        var (night, after) = (Night.Begins(), Minutes(0));
        for (var i = 0; i < waits.Length; i++)
        {
            after += Minutes(waits[i]);
            night.Until(after).Reports(reports[i].Item1, reports[i].Item2);
        }
        night.Until(Minutes(1000));
        var steps = night.Pages.Select(page => page.After).ToList();
        Assert.Equal([Minutes(80)], night.Ended);
        Assert.All(steps.Zip(steps.Skip(1).Append(Minutes(80))), pair => Assert.True(pair.Second - pair.First <= Minutes(20) && pair.Second >= pair.First));
        Assert.All(night.Pages.GroupBy(page => page.Page.Round), round => Assert.Equal(Minutes(20 * (round.Key - 1)), round.First().After));
        Assert.Equal(night.Pages.Select(page => page.Page.Step).Distinct().Count(), night.Pages.Count);
    });

    private static Duration Minutes(double minutes) => Duration.FromSeconds((long)Math.Round(minutes * 60));
}

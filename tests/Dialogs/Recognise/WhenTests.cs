using ChatSupport.Bot.Dialogs.Recognise;
using ChatSupport.Desk.Clock;
using CsCheck;
using NodaTime;

namespace ChatSupport.Tests.Dialogs.Recognise;

public sealed class WhenTests
{
    /// <summary>A Wednesday, just after half past ten in Paris.</summary>
    private static readonly Instant Wednesday = IsoTime.Read("2026-11-25T10:32:00+01:00")!.Value;

    [Theory]
    [InlineData("depuis 9h40", "2026-11-25T09:40")]
    [InlineData("depuis 9 h 40", "2026-11-25T09:40")]
    [InlineData("Depuis 09:40 ce matin", "2026-11-25T09:40")]
    [InlineData("since 09:40", "2026-11-25T09:40")]
    [InlineData("since 9:40 am", "2026-11-25T09:40")]
    [InlineData("since 9.40am", "2026-11-25T09:40")]
    [InlineData("since 9.40", "2026-11-25T09:40")]
    [InlineData("this morning at 9:40", "2026-11-25T09:40")]
    [InlineData("at 9 this morning", "2026-11-25T09:00")]
    [InlineData("ce matin vers 9h", "2026-11-25T09:00")]
    [InlineData("à 9 heures", "2026-11-25T09:00")]
    [InlineData("à neuf heures et demie", "2026-11-25T09:30")]
    [InlineData("vers 10 heures moins le quart", "2026-11-25T09:45")]
    [InlineData("à 9h et quart", "2026-11-25T09:15")]
    [InlineData("around half past nine", "2026-11-25T09:30")]
    [InlineData("at quarter to ten", "2026-11-25T09:45")]
    [InlineData("at 9 o'clock", "2026-11-25T09:00")]
    [InlineData("9h", "2026-11-25T09:00")]
    [InlineData("9h40", "2026-11-25T09:40")]
    [InlineData("09:40:12", "2026-11-25T09:40")]
    [InlineData("aujourd'hui à 8h05", "2026-11-25T08:05")]
    [InlineData("aujourd’hui à 8h05", "2026-11-25T08:05")]
    [InlineData("today at 08:05", "2026-11-25T08:05")]
    [InlineData("à minuit", "2026-11-25T00:00")]
    [InlineData("at midnight", "2026-11-25T00:00")]
    public void A_time_of_day_is_the_last_one_that_has_passed(string said, string expected) => Is(expected, said);

    [Theory]
    [InlineData("23h50", "2026-11-24T23:50")]
    [InlineData("à 11h", "2026-11-24T11:00")]
    [InlineData("since 17:30", "2026-11-24T17:30")]
    [InlineData("at noon", "2026-11-24T12:00")]
    [InlineData("hier vers 18h", "2026-11-24T18:00")]
    [InlineData("Hier à 18 h 15", "2026-11-24T18:15")]
    [InlineData("hier soir à 8h", "2026-11-24T20:00")]
    [InlineData("hier soir vers 23h", "2026-11-24T23:00")]
    [InlineData("hier à 5h de l'après-midi", "2026-11-24T17:00")]
    [InlineData("hier midi", "2026-11-24T12:00")]
    [InlineData("yesterday around 6pm", "2026-11-24T18:00")]
    [InlineData("yesterday at 18:15", "2026-11-24T18:15")]
    [InlineData("yesterday evening at 8", "2026-11-24T20:00")]
    [InlineData("around 6 yesterday evening", "2026-11-24T18:00")]
    [InlineData("at 6 yesterday evening", "2026-11-24T18:00")]
    [InlineData("last night at 11:30", "2026-11-24T23:30")]
    [InlineData("avant-hier à 14h", "2026-11-23T14:00")]
    [InlineData("the day before yesterday at 2 pm", "2026-11-23T14:00")]
    [InlineData("cette nuit à 2h", "2026-11-25T02:00")]
    [InlineData("last night at 2:10", "2026-11-25T02:10")]
    [InlineData("depuis 2h du matin", "2026-11-25T02:00")]
    public void A_day_or_a_part_of_it_may_be_named(string said, string expected) => Is(expected, said);

    [Theory]
    [InlineData("lundi à 9h", "2026-11-23T09:00")]
    [InlineData("monday at 9am", "2026-11-23T09:00")]
    [InlineData("since Monday 09:15", "2026-11-23T09:15")]
    [InlineData("jeudi à 14h30", "2026-11-19T14:30")]
    [InlineData("last thursday at 14:30", "2026-11-19T14:30")]
    [InlineData("mercredi à 8h", "2026-11-25T08:00")]
    [InlineData("mercredi à 18h", "2026-11-18T18:00")]
    [InlineData("mercredi dernier à 8h", "2026-11-18T08:00")]
    [InlineData("dimanche 22 novembre à 21h", "2026-11-22T21:00")]
    [InlineData("22/11 21h", "2026-11-22T21:00")]
    [InlineData("24/12 17h30", "2025-12-24T17:30")]
    [InlineData("le 24/12/2025 à 17h30", "2025-12-24T17:30")]
    [InlineData("24.12.2025 17:30", "2025-12-24T17:30")]
    [InlineData("24-12-25 à 17:30", "2025-12-24T17:30")]
    [InlineData("le 1er novembre à 8h", "2026-11-01T08:00")]
    [InlineData("November 1st at 8am", "2026-11-01T08:00")]
    [InlineData("1 Nov 2026, 08:00", "2026-11-01T08:00")]
    [InlineData("on 22 November at 9 pm", "2026-11-22T21:00")]
    [InlineData("2026-11-22 21:00", "2026-11-22T21:00")]
    [InlineData("2026-11-22T21:00", "2026-11-22T21:00")]
    [InlineData("2026-11-22T20:00Z", "2026-11-22T21:00")]
    [InlineData("2026-11-22T21:00:30+01:00 ERROR", "2026-11-22T21:00:30")]
    public void A_date_without_its_year_is_the_last_one(string said, string expected) => Is(expected, said);

    [Theory]
    [InlineData("il y a deux heures", 120)]
    [InlineData("il y a 2h", 120)]
    [InlineData("il y a 2h30", 150)]
    [InlineData("il y a environ 20 minutes", 20)]
    [InlineData("il y a une heure et demie", 90)]
    [InlineData("il y a une demi-heure", 30)]
    [InlineData("il y a un quart d'heure", 15)]
    [InlineData("il y a trois quarts d'heure", 45)]
    [InlineData("depuis une heure", 60)]
    [InlineData("depuis 10 minutes", 10)]
    [InlineData("depuis plus de trois jours", 3 * 24 * 60)]
    [InlineData("ça fait dix minutes", 10)]
    [InlineData("half an hour ago", 30)]
    [InlineData("an hour ago", 60)]
    [InlineData("one hour ago", 60)]
    [InlineData("an hour and a half ago", 90)]
    [InlineData("about two hours ago", 120)]
    [InlineData("2 and a half hours ago", 150)]
    [InlineData("20 min ago", 20)]
    [InlineData("for the last two hours", 120)]
    [InlineData("for about 45 minutes", 45)]
    [InlineData("two days ago", 2 * 24 * 60)]
    [InlineData("a week ago", 7 * 24 * 60)]
    [InlineData("à l'instant", 0)]
    [InlineData("just now", 0)]
    [InlineData("now", 0)]
    public void How_long_ago_is_counted_back(string said, int minutes) =>
        Assert.Equal(Wednesday - Duration.FromMinutes(minutes), When.In(said, Wednesday, Paris.Zone));

    [Theory]
    [InlineData("il y a deux jours à 9h40", "2026-11-23T09:40")]
    [InlineData("two days ago at 9:40", "2026-11-23T09:40")]
    [InlineData("our VMs in fr1 are down since 09:40, all of production; restarted at 10:15", "2026-11-25T09:40")]
    [InlineData("redémarré à 10h15, en panne depuis 9h40", "2026-11-25T09:40")]
    [InlineData("les VM (10.0.0.12:22) ne répondent plus depuis hier 18h", "2026-11-24T18:00")]
    public void The_beginning_counts_more_than_other_times(string said, string expected) => Is(expected, said);

    [Theory]
    [InlineData("")]
    [InlineData("hier")]
    [InlineData("this morning")]
    [InlineData("lundi")]
    [InlineData("depuis 2h")]
    [InlineData("demain à 9h")]
    [InlineData("tomorrow at 9am")]
    [InlineData("error 500 on 10.0.0.1:22")]
    [InlineData("25:70")]
    [InlineData("31/02 à 9h")]
    [InlineData("aujourd'hui à 18h")]
    [InlineData("une panne de 2h")]
    [InlineData("version 10.11.2")]
    public void What_names_no_moment_of_the_past_is_left_to_be_asked(string said) => Assert.Null(When.In(said, Wednesday, Paris.Zone));

    [Theory]
    [InlineData("2026-11-25T00:10", "23:50", "2026-11-24T23:50")]
    [InlineData("2026-11-25T00:10", "ce soir à 23h50", "2026-11-24T23:50")]
    [InlineData("2026-11-25T09:38", "since 09:40", "2026-11-25T09:38")]
    [InlineData("2027-03-28T03:30", "à 2h30 cette nuit", "2027-03-28T03:30")]
    [InlineData("2026-10-25T09:00", "cette nuit à 2h30", "2026-10-25T02:30")]
    [InlineData("2027-01-01T00:30", "31/12 à 23h", "2026-12-31T23:00")]
    public void Around_midnight_and_changes_of_clocks(string now, string said, string expected) => Is(expected, said, IsoTime.Read(now)!.Value);

    [Theory]
    [InlineData("America/New_York", "2026-11-25T10:32:00+01:00", "depuis 3h40", "2026-11-25T03:40:00-05:00")]
    [InlineData("America/New_York", "2026-11-25T10:32:00+01:00", "ce matin à 4h", "2026-11-25T04:00:00-05:00")]
    [InlineData("America/New_York", "2026-11-25T10:32:00+01:00", "since 9am", "2026-11-24T09:00:00-05:00")]
    [InlineData("America/New_York", "2026-11-25T10:32:00+01:00", "hier vers 18h", "2026-11-24T18:00:00-05:00")]
    [InlineData("America/New_York", "2026-11-25T02:00:00+01:00", "today at 9am", "2026-11-24T09:00:00-05:00")]
    [InlineData("America/New_York", "2026-11-25T02:00:00+01:00", "hier à 9h", "2026-11-23T09:00:00-05:00")]
    [InlineData("Asia/Tokyo", "2026-11-24T22:00:00+01:00", "this morning at 5:30", "2026-11-25T05:30:00+09:00")]
    [InlineData("Indian/Reunion", "2026-11-25T10:32:00+01:00", "à midi et 13h10", "2026-11-25T12:00:00+04:00")]
    [InlineData("America/New_York", "2026-11-25T10:32:00+01:00", "il y a 2h", "2026-11-25T08:32:00+01:00")]
    [InlineData("America/New_York", "2026-11-25T10:32:00+01:00", "2026-11-24T21:00", "2026-11-24T21:00:00-05:00")]
    [InlineData("America/New_York", "2026-11-25T10:32:00+01:00", "2026-11-24T21:00Z", "2026-11-24T21:00:00Z")]
    [InlineData("America/New_York", "2027-03-14T12:00:00+01:00", "cette nuit à 2h30", "2027-03-14T03:30:00-04:00")]
    [InlineData("America/New_York", "2026-11-01T12:00:00+01:00", "last night at 1:30", "2026-11-01T01:30:00-04:00")]
    public void It_is_the_clock_and_the_calendar_of_whoever_says_it(string zone, string now, string said, string expected) =>
        Assert.Equal(IsoTime.Read(expected), When.In(said, IsoTime.Read(now)!.Value, DateTimeZoneProviders.Tzdb[zone]));

    [Theory]
    [InlineData("America/New_York", "hier")]
    [InlineData("America/New_York", "le 24 novembre")]
    [InlineData("America/New_York", "today at 9am")]
    public void A_day_alone_and_what_is_still_to_come_for_them_are_left_to_be_asked(string zone, string said) =>
        Assert.Null(When.In(said, Wednesday, DateTimeZoneProviders.Tzdb[zone]));

    [Fact]
    public void It_is_never_in_the_future_and_nothing_makes_it_fail()
    {
        var pieces = Gen.OneOf(
            "depuis", "since", "hier", "yesterday", "lundi", "monday", "9h40", "23:50", "12/31", "31/12", "à", "at", "il y a", "ago", "deux", "heures", "hours", "midi", "noon",
            "cette nuit", "last night", "5pm", "2026-12-24", "2h", "et demie", "24 décembre", "half", "past", ":", "/", "99", "0", " jours", "tomorrow", "1er", "février");
        var text = Gen.OneOf(Gen.String, pieces.Array[0, 8].Select(words => string.Join(' ', words)));
        var zone = Gen.OneOf(Paris.Zone, DateTimeZoneProviders.Tzdb["America/New_York"], DateTimeZoneProviders.Tzdb["Pacific/Apia"]);
        Gen.Select(text, Gen.Long[0, 4_000_000_000], zone).Sample((said, second, where) =>
        {
            var now = Instant.FromUnixTimeSeconds(second);
            Assert.True(When.In(said, now, where) is not { } at || at <= now);
        }, iter: 3000);
    }

    private static void Is(string expected, string said, Instant? now = null) =>
        Assert.Equal(IsoTime.Read(expected.Length == 16 ? $"{expected}:00" : expected), When.In(said, now ?? Wednesday, Paris.Zone));
}

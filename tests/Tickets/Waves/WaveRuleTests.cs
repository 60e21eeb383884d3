using System.Globalization;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets.Waves;
using NodaTime;

namespace ChatSupport.Tests.Tickets.Waves;

/// <summary>When declarations are taken for one matter: a pure decision on those that came before.</summary>
public sealed class WaveRuleTests
{
    private static readonly Declaration Same = new(new Dictionary<string, FieldAnswer> { ["service"] = FieldAnswer.Of("compute"), ["region"] = FieldAnswer.Of("fr1") });
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 30, 9, 0);

    [Fact]
    public void Five_clients_within_ten_minutes_on_one_service_and_region_begin_a_wave_named_after_the_first()
    {
        var wave = Of("e", Lately("a", "b", "c", "d"));
        Assert.Equal("INC-000001", wave!.Name);
        Assert.Equal([1, 2, 3, 4], wave.Others.Select(founder => founder.TicketId));
    }

    [Fact]
    public void Four_do_not_and_one_client_five_times_does_not()
    {
        Assert.Null(Of("d", Lately("a", "b", "c")));
        Assert.Null(Of("a", Lately("a", "a", "a", "a", "a")));
    }

    [Theory]
    [InlineData("network", "fr1", 0)]
    [InlineData("compute", "fr2", 0)]
    [InlineData("compute", "fr1", 11)]
    public void Another_service_region_or_hour_is_another_matter(string service, string region, int minutesAgo) =>
        Assert.Null(Of("e", [.. Lately("a", "b", "c", "d").Select(row => row with { Service = service, Region = region, DeclaredAt = Now - Duration.FromMinutes(minutesAgo) })]));

    [Fact]
    public void All_regions_meet_any() => Assert.NotNull(Of("e", [.. Lately("a", "b", "c", "d").Select(row => row with { Region = "all" })]));

    [Fact]
    public void Whoever_declares_the_same_joins_what_has_begun_even_as_the_second()
    {
        var wave = Of("z", [.. Lately("a").Select(row => row with { Wave = "INC-000001" })]);
        Assert.Equal(("INC-000001", 0, true), (wave!.Name, wave.Others.Count, wave.HasBegun));
    }

    [Fact]
    public void Whoever_was_declaring_when_it_began_is_taken_along_by_the_next()
    {
        var lately = Lately("a", "b", "c").Select(row => row.TicketId == 2 ? row : row with { Wave = "INC-000001" }).ToList();
        Assert.Equal([2], Of("z", lately)!.Others.Select(other => other.TicketId));
    }

    [Fact]
    public void Very_many_clients_within_two_minutes_are_a_wave_whatever_they_declare()
    {
        var services = new[] { "compute", "network", "identity", "console", "images" };
        var others = Lately([.. Enumerable.Range(0, 14).Select(n => n.ToString(CultureInfo.InvariantCulture))]).Select((row, n) => row with { Service = services[n % 5] }).ToList();
        Assert.Equal(14, Of("n", others)!.Others.Count);
        Assert.Null(Of("n", [.. others.Select(row => row with { DeclaredAt = Now - Duration.FromMinutes(3), Service = "orchestration" })]));
    }

    [Fact]
    public void The_newest_tell_enough_on_a_quiet_desk_and_while_a_wave_goes_on()
    {
        var newest = Lately([.. Enumerable.Range(0, WaveRule.Newest).Select(n => n.ToString(CultureInfo.InvariantCulture))]);
        Assert.False(Tells(newest));
        Assert.True(Tells(newest[1..]));
        Assert.True(Tells([.. newest.Select((row, n) => n == 3 ? row with { Wave = "INC-000001" } : row)]));
        Assert.False(Tells([.. newest.Select((row, n) => n == 3 ? row with { Wave = "INC-000001", IsOver = true } : row)]));
        Assert.False(Tells([.. newest.Select((row, n) => n == 3 ? row with { Wave = "INC-000001", Service = "network" } : row)]));
        Assert.True(Tells([.. newest[1..], newest[0] with { DeclaredAt = Now - Duration.FromMinutes(11) }]));
    }

    [Fact]
    public void Nothing_joins_a_wave_that_is_over() => Assert.Null(Of("z", [.. Lately("a", "b", "c", "d", "e").Select(row => row with { Wave = "INC-000001", IsOver = true })]));

    private static bool Tells(IReadOnlyList<LatelyRow> newest) => WaveRule.Tells(Same, Now, newest);

    private static Wave? Of(string client, IReadOnlyList<LatelyRow> lately) => WaveRule.Of(client, Same, Now, lately);

    /// <summary>One ticket each, the newest first, as the store has them.</summary>
    private static List<LatelyRow> Lately(params string[] clients) =>
    [
        .. clients.Select((client, at) => new LatelyRow(
            at + 1, string.Create(CultureInfo.InvariantCulture, $"INC-{at + 1:000000}"), client, "compute", "fr1", Now - Duration.FromMinutes(1), null)).Reverse(),
    ];
}

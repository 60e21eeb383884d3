using System.Globalization;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Health;

public sealed class MetricsTests
{
    [Fact]
    public async Task A_fresh_desk_has_nothing_to_worry_about()
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        var figures = await Figures(desk);
        Assert.Equal(0, figures["chatsupport_sweep_lateness_seconds"]);
        Assert.Equal(0, figures["chatsupport_overdue_oldest_age_seconds"]);
        Assert.Equal(0, figures["chatsupport_undelivered_oldest_age_seconds"]);
        Assert.Equal(0, figures["chatsupport_tickets_open{status=\"Open\"}"]);
    }

    [Fact]
    public async Task Acts_are_counted_by_door_and_by_what_came_of_them()
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        var ticket = await desk.Declares("paul.renard");
        await desk.Does(ticket, "acknowledge", "nadia.benali", "Nous regardons.");
        await desk.IsRefused(ticket, "acknowledge", "tom.lefevre");
        for (var sent = 0; sent < 3; sent++)
            await desk.Asks(HttpMethod.Post, $"/api/tickets/{ticket.Reference}/note", """{"by":"nadia.benali","comment":"Vu."}""", ("Idempotency-Key", "once"));

        var figures = await Figures(desk);
        Assert.Equal(3, figures["chatsupport_acts_total{door=\"api\",outcome=\"accepted\"}"]);
        Assert.Equal(1, figures["chatsupport_acts_total{door=\"api\",outcome=\"refused\"}"]);
        Assert.Equal(2, figures["chatsupport_acts_total{door=\"api\",outcome=\"repeated\"}"]);
        Assert.Equal(1, figures["chatsupport_tickets_open{status=\"InProgress\"}"]);
    }

    [Fact]
    public async Task The_age_of_the_oldest_missed_deadline_grows_until_somebody_answers()
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        var ticket = await desk.Declares("paul.renard");
        await desk.ItIs("2026-12-28T11:40:00+01:00");
        Assert.Equal(600, (await Figures(desk))["chatsupport_overdue_oldest_age_seconds"]);
        await desk.Does(ticket, "acknowledge", "nadia.benali", "Nous regardons.");
        Assert.Equal(0, (await Figures(desk))["chatsupport_overdue_oldest_age_seconds"]);
    }

    [Fact]
    public async Task The_age_of_a_page_that_nobody_answers_grows_until_somebody_takes_the_ticket()
    {
        await using var desk = await RunningDesk.At("2026-12-26T02:50:00+01:00");
        var ticket = await desk.Declares("claire.morel");
        await desk.Does(ticket, "call", "claire.morel", null, ("at", "2026-12-26T02:50:00+01:00"));
        await desk.ItIs("2026-12-26T02:56:00+01:00");
        Assert.InRange((await Figures(desk))["chatsupport_page_unanswered_oldest_age_seconds"], 300, 360);
        await desk.Does(ticket, "acknowledge", "nadia.benali", "Nous regardons.");
        Assert.Equal(0, (await Figures(desk))["chatsupport_page_unanswered_oldest_age_seconds"]);
        Assert.Equal(0, (await Figures(desk))["chatsupport_delivery_lateness_seconds"]);
    }

    [Fact]
    public async Task Each_figure_says_its_kind_and_its_meaning_once()
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        var answer = await desk.Shows("/metrics");
        var lines = answer.Text.Split('\n');
        Assert.Equal("text/plain", answer.Type);
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Headers["Content-Type"]);
        Assert.Single(lines, "# TYPE chatsupport_tickets_open gauge");
        Assert.Single(lines, line => line.StartsWith("# HELP chatsupport_tickets_open Open tickets", StringComparison.Ordinal));
        Assert.EndsWith("\n", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_store_is_away_what_only_it_knows_is_missing_and_not_zero()
    {
        using var server = await PostgresServer.Start();
        await using var desks = await TwoDesks.On(await server.NewDatabase());
        await server.Stop();
        var away = await desks.Http[0].GetStringAsync("/metrics", TestContext.Current.CancellationToken);
        await server.StartAgain();
        var back = await desks.Http[0].GetStringAsync("/metrics", TestContext.Current.CancellationToken);

        Assert.Contains("\nchatsupport_store_answers 0\n", away, StringComparison.Ordinal);
        Assert.DoesNotContain("\nchatsupport_sweep_lateness_seconds ", away, StringComparison.Ordinal);
        Assert.DoesNotContain("\nchatsupport_tickets_open{", away, StringComparison.Ordinal);
        Assert.Contains("\nchatsupport_store_answers 1\n", back, StringComparison.Ordinal);
        Assert.Contains("\nchatsupport_sweep_lateness_seconds 0\n", back, StringComparison.Ordinal);
    }

    private static async Task<Dictionary<string, double>> Figures(RunningDesk desk) => (await desk.Shows("/metrics")).Text
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(line => line[0] != '#')
        .Select(line => line.Split(' '))
        .ToDictionary(words => words[0], words => double.Parse(words[1], CultureInfo.InvariantCulture));
}

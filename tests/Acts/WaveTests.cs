using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using ChatSupport.Desk.Tickets.Publishing;
using ChatSupport.Desk.Tickets.Waves;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Acts;

/// <summary>Many clients declare the same; a supervisor publishes once, and all of their tickets follow (E59).</summary>
public sealed class WaveTests : IAsyncLifetime
{
    private const int Companies = 12;
    private static readonly Publish Words = new("Calcul de fr1 interrompu", "Un équipement est en panne ; nous le remplaçons.");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly List<Ticket> tickets = [];
    private BareDesk desk = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await BareDesk.At("2026-11-30T10:00");
        desk.Knows(Crowd.In(Cast.Yaml, Companies + 2));
        for (var company = 1; company <= Companies; company++)
            tickets.Add(await desk.Declares(Crowd.Contact(company)));
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task All_are_one_wave_each_with_a_ticket_and_a_clock_of_its_own()
    {
        var (wave, size) = Assert.Single(await Waves());
        Assert.Equal((tickets[0].Reference, Companies, Companies, Companies), (wave.Name, size.Tickets, size.Clients, size.Waiting));
        Assert.Equal(["compute", "fr1"], [.. size.Services, .. size.Regions]);
        Assert.Equal(Companies, tickets.Select(ticket => ticket.Reference).Distinct().Count());
        Assert.All(tickets, ticket => Assert.Equal(tickets[0].Clock.DueAt, ticket.Clock.DueAt));
        Assert.All(tickets[..4], founder => Assert.False(founder.IsShownByItsWave));
        Assert.All(tickets[4..], ticket => Assert.True(ticket.IsShownByItsWave));
    }

    [Fact]
    public async Task Until_it_is_published_no_client_sees_anything_of_it() => Assert.All(
        await Timelines(), timeline => Assert.IsType<Declared>(Assert.Single(timeline).What));

    [Fact]
    public async Task What_a_supervisor_publishes_on_one_of_its_tickets_all_follow_and_read_nothing_else()
    {
        await desk.Does(tickets[6], Words, "sylvie.roux");
        await Spreads();

        foreach (var (ticket, timeline) in tickets.Zip(await Timelines()).Where(pair => pair.First != tickets[6]))
        {
            Assert.Equal([typeof(Declared), typeof(Linked)], timeline.Select(happening => happening.What.GetType()));
            Assert.Equal(new Linked(Words.Title!, Words.Sentence!), timeline[^1].What);
            Assert.Equal((ticket.Clock, Status.Open), ((await desk.Sees(ticket)).Clock, (await desk.Sees(ticket)).Status));
        }
        Assert.Single(await Known());
    }

    [Fact]
    public async Task Whoever_declares_the_same_afterwards_follows_from_the_start()
    {
        await desk.Does(tickets[0], Words, "sylvie.roux");
        var late = await desk.Declares(Crowd.Contact(Companies + 1));
        Assert.Equal(Words.Title, late.Follows);
        await Spreads();
        Assert.Single((await desk.Timeline(late, Crowd.Contact(Companies + 1))).Select(happening => happening.What).OfType<Linked>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Its_end_is_told_to_each_once_and_the_next_declaration_stands_alone(bool resolved)
    {
        await desk.Does(tickets[0], Words, "sylvie.roux");
        await Spreads();
        await desk.Does(tickets[3], new MarkOutOfScope("Votre application."), "nadia.benali");
        if (resolved)
            await desk.Does(await desk.Does(tickets[0], new Acknowledge(null), "nadia.benali"), new Resolve(Fix.Production, null), "nadia.benali");
        else
            await desk.Does(tickets[0], new Unpublish(), "sylvie.roux");
        await Spreads();
        await Spreads();

        foreach (var ticket in tickets.Where(ticket => ticket != tickets[0] && ticket != tickets[3]))
            Assert.Equal(new Unlinked(Words.Title!, resolved), Assert.Single((await desk.Timeline(ticket)).Select(happening => happening.What).OfType<Unlinked>()));
        Assert.DoesNotContain(await desk.Timeline(tickets[3]), happening => happening.What is Unlinked);
        Assert.Empty(await Waves());
        Assert.Null((await desk.Declares(Crowd.Contact(Companies + 1))).Wave);
    }

    [Fact]
    public async Task Words_that_name_any_client_of_the_wave_are_sent_back()
    {
        var refusal = await desk.IsRefused(tickets[0], Words with { Sentence = $"Comme chez {Crowd.Name(7)}, tout est coupé." }, "sylvie.roux");
        Assert.Contains(Crowd.Name(7), refusal.Fields["comment"].In(Desk.Language.Tongue.French), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_that_somebody_takes_has_a_card_of_its_own_again() =>
        Assert.False((await desk.Does(tickets[8], new Acknowledge(null), "nadia.benali")).IsShownByItsWave);

    [Fact]
    public async Task Who_has_waited_for_a_number_looks_again_for_the_wave_that_began_meanwhile()
    {
        var (before, last) = (tickets[3].Id, tickets[^1].Id);
        Assert.Null(await Joins((null, last)));
        Assert.Equal(tickets[0].Reference, (await Joins((null, before)))?.Name);
    }

    [Fact]
    public async Task Who_joins_follows_what_was_published_while_they_waited_for_their_number()
    {
        var declared = await Another();
        var seen = await desk.Store.Write(async session => await WavesIn(session).Around(declared, desk.Now), Stop);
        Assert.Equal((tickets[0].Reference, null), (seen.Wave?.Name, (await Joins(seen))?.Title));

        await desk.Does(tickets[6], Words, "sylvie.roux");

        Assert.Equal(Words.Title, (await Joins(seen))?.Title);
    }

    /// <summary>By a number that comes to nothing.</summary>
    private async Task<WaveRow?> Joins((Wave? Wave, long Latest) seen)
    {
        var declared = await Another();
        return await desk.Store.Write(async session => (await WavesIn(session).Number(seen, TicketKind.Incident, declared, desk.Now)).Wave, Stop);
    }

    private Desk.Waves WavesIn(Session session) => new(session, desk.People, new HashSet<Way>());

    private async Task<Declared> Another() => (Declared)(await desk.Timeline(tickets[0]))[0].What with { Client = "somebody-else" };

    /// <summary>As the delivery does, a few at a time.</summary>
    private async Task Spreads()
    {
        for (var news = new WaveNews(tickets[0].Reference, After: 0, IsLast: false); news is not null;)
        {
            var step = news;
            news = await desk.Receives(visit => visit.Tell(step, most: 5));
        }
    }

    /// <summary>As each client sees theirs.</summary>
    private Task<IReadOnlyList<Happening>[]> Timelines() => Task.WhenAll(tickets.Select(ticket => desk.Timeline(ticket, ticket.Contact)));

    private Task<List<(WaveRow Wave, WaveSize Size)>> Waves() => desk.Store.Read(reader => reader.Waves());

    private Task<List<PublishedRow>> Known() => desk.Store.Read(reader => reader.PublishedIncidents());
}

using System.Globalization;

namespace ChatSupport.Tests.Voice;

/// <summary>Which ticket a call is about: never two for one incident, and never another client's.</summary>
public sealed class TicketOfCallTests
{
    private const string Night = "2026-12-06T03:05:00+01:00";

    [Fact]
    public Task What_was_declared_in_writing_and_then_phoned_is_one_ticket_whose_clock_begins_with_the_call() => PhoneStory.At("2026-12-06T02:50:00+01:00", async story =>
    {
        var declared = await story.Desk.Declares("claire.morel");
        Assert.Equal("NotStarted", declared.Clock.Standing);

        await story.Desk.ItIs(Night);
        await story.Claire.Dials().Hears("Votre appel est rattaché", "I N C, 0 0 0, 0 0 1").HangsUp();
        var ticket = await story.TheTicketOf("borealis");
        Assert.Equal(declared.Reference, ticket.Reference);
        Assert.Equal(At("2026-12-06T04:05:00+01:00"), ticket.Clock.DueAt);
        await story.Claire.GetsText("04:05");
        await story.NadiaTakesIt();
    });

    [Fact]
    public Task A_second_call_joins_the_open_ticket_and_does_not_move_its_deadline() => PhoneStory.At(Night, async story =>
    {
        await story.Claire.Dials().Hears("Votre appel est enregistré").HangsUp();
        await story.Claire.GetsText("votre appel est reçu");
        await story.NadiaTakesIt();
        await story.Desk.ItIs("2026-12-06T03:20:00+01:00");

        // Whoever works on it is called first.
        var yanis = story.Yanis.Dials().Hears("Your call is attached to your incident", "I N C, 0 0 0, 0 0 1").Presses("1");
        await story.Nadia.PhoneRings().Presses("1").IsPutThrough();
        await yanis.IsPutThrough().HangsUp();
        await story.Claire.GetsText("votre appel est reçu", "04:05");
        Assert.Equal(At("2026-12-06T04:05:00+01:00"), (await story.TheTicketOf("borealis")).Clock.DueAt);
    });

    [Fact]
    public Task Pressing_2_says_that_it_is_another_incident() => PhoneStory.At(Night, async story =>
    {
        await story.Claire.Dials().Hears("Votre appel est enregistré").HangsUp();
        await story.Claire.GetsText("INC-000001");
        await story.NadiaTakesIt();
        await story.Desk.ItIs("2026-12-06T03:20:00+01:00");

        var claire = story.Claire.Dials().Hears("Appuyez sur 2").Presses("2");
        await story.Nadia.PhoneRings().Hears("I N C, 0 0 0, 0 0 2").Presses("1").IsPutThrough();
        await claire.HangsUp();
        // Nothing was said of the other one: this call is not about it.
        await story.Claire.GetsText("INC-000002", "04:20").GetsText("INC-000002", "Nadia Benali");

        var tickets = await story.TicketsOf("borealis");
        Assert.Equal(["INC-000001", "INC-000002"], tickets.Select(ticket => ticket.Reference).Order());
        Assert.Equal(At("2026-12-06T04:05:00+01:00"), tickets.Single(ticket => ticket.Reference == "INC-000001").Clock.DueAt);
    });

    [Theory]
    [InlineData("2")]
    [InlineData("999999")]
    public Task Another_clients_number_and_nobodys_number_sound_the_same(string quoted) => PhoneStory.At(Night, async story =>
    {
        await story.Desk.Declares("claire.morel");
        var theirs = await story.Desk.Declares("paul.renard", ("title", "La base de facturation est perdue"));
        await story.Claire.Dials().Hears("I N C, 0 0 0, 0 0 1").Presses("4").Hears("Composez les chiffres").Presses($"{quoted}#").Hears("Nous appelons un ingénieur")
            .HeardNothingOf("facturation", "Méridien", "autre client").HangsUp();
        await story.Nadia.PhoneRings().StopsRinging();
        await story.Claire.GetsText("INC-000001", "04:05");

        await story.NadiaTakesIt();
        var ticket = await story.TheTicketOf("borealis");
        Assert.Equal(quoted, (await story.Desk.Timeline(ticket)).Single(happening => happening.Type == "ticketQuoted").Detail.GetProperty("number").GetString());
        Assert.DoesNotContain("called", await story.Happened(theirs));
    });

    [Fact]
    public Task The_caller_may_name_which_of_their_own_tickets_it_is() => PhoneStory.At("2026-12-06T02:00:00+01:00", async story =>
    {
        await story.Desk.Declares("claire.morel");
        await story.Desk.Declares("claire.morel", ("title", "Le stockage objet est illisible"));
        await story.Desk.ItIs(Night);
        await story.Claire.Dials().Hears("I N C, 0 0 0, 0 0 2").Presses("4").Hears("Composez").Presses("1#").Hears("Nous appelons").HangsUp();
        await story.Nadia.PhoneRings().StopsRinging();
        await story.Claire.GetsText("INC-000001", "04:05");
        await story.NadiaTakesIt();

        var tickets = (await story.TicketsOf("borealis")).ToDictionary(ticket => ticket.Reference);
        Assert.Equal(At("2026-12-06T04:05:00+01:00"), tickets["INC-000001"].Clock.DueAt);
        Assert.Equal("NotStarted", tickets["INC-000002"].Clock.Standing);
    });

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}

using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Clock;
using CsCheck;
using NodaTime;

namespace ChatSupport.Tests.Tickets;

/// <summary>Somebody does something, so long after what came before; it may well be refused.</summary>
internal sealed record Step(Duration After, string By, TicketAct Act);

/// <summary>Any story of one ticket: declared by anyone, at any time, and then whatever anyone does to it, sensible or not.</summary>
internal sealed record Story(string Contact, string Priority, Instant Start, Step[] Steps)
{
    private static readonly Gen<Priority> AnyPriority = Gen.Enum<Priority>();

    private static readonly Gen<TicketAct> AnyAct = Gen.OneOf(
        Gen.OneOf<TicketAct>(
            new Acknowledge(null), new Acknowledge("Nous regardons."), new Comment("Voici."), new Comment(""), new Note("Interne."),
            new Assign("tom.lefevre"), new Assign("paul.renard"), new Hold(null), new Resume(null), new Resolve(Fix.Production, null),
            new Resolve(Fix.Preproduction, "Livré."), new Resolve(null, null), new Confirm(null), new Contest("Non."), new Contest(null),
            new MarkOutOfScope("Une application."), new MarkOutOfScope(" "), new RecordCall(null)),
        AnyPriority.Select(priority => (TicketAct)new Requalify(priority, "Matrice relue.")));

    private static readonly Gen<Duration> AnyWait = Gen.OneOf(
        Gen.Const(Duration.Zero),
        Gen.Int[1, 3600].Select(seconds => Duration.FromSeconds(seconds)),
        Gen.Int[1, 100].Select(hours => Duration.FromHours(hours)));

    /// <summary>A quarter of the steps are a stranger's or another client's.</summary>
    private static readonly Gen<Step> AnyStep = Gen.Select(
        AnyWait,
        Gen.OneOf("claire.morel", "paul.renard", "lea.martin", "ines.costa", "nadia.benali", "tom.lefevre", "sylvie.roux"),
        AnyAct,
        (after, by, act) => new Step(after, by, act));

    public static Gen<Story> Any { get; } = Gen.Select(
        Gen.OneOf("claire.morel", "paul.renard", "ines.costa"),
        Gen.OneOf("P1", "P2", "P3"),
        Gen.Int[0, 2 * 365 * 24 * 60].Select(minutes => Moment.At("2026-06-01T00:00") + Duration.FromMinutes(minutes)),
        AnyStep.Array[1, 30],
        (contact, priority, start, steps) => new Story(contact, priority, start, steps));

    public (string Key, object? Value)[] Answers => [("requestedPriority", Priority), ("startedAt", "2026-01-05T08:00:00+01:00")];

    public override string ToString() => $"{Contact} {Priority} {Start}\n{string.Join('\n', Steps.Select(step => $"  {step.After} {step.By} {step.Act}"))}";
}

using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Tests.Tickets;

/// <summary>A BUSINESS P1 at every stage that the life cycle tells apart, all of it on Monday 30 November 2026.</summary>
internal static class Stages
{
    public const string Now = "2026-11-30T11:30";

    public static readonly string[] Names =
        ["Open", "OpenFinal", "InProgress", "Disputed", "InProgressFinal", "OnHold", "OnHoldDisputed", "Resolved", "Closed", "OpenPublished", "InProgressPublished", "OnHoldPublished"];

    public static PaperTicket Of(string stage) => stage switch
    {
        "Open" => PaperTicket.Declared("paul.renard", "2026-11-30T10:00"),
        "OpenFinal" => Of("Open").And(new Requalify(Priority.P2, "Contournement vérifié."), "sylvie.roux", "2026-11-30T10:05"),
        "InProgress" => Of("Open").And(new Acknowledge("Nous regardons."), "nadia.benali", "2026-11-30T10:10"),
        "Disputed" => Of("OnHoldDisputed").And(new Comment("Non, tout est arrêté."), "paul.renard", "2026-11-30T10:30"),
        "InProgressFinal" => Of("InProgress").And(new Requalify(Priority.P2, "Contournement vérifié."), "sylvie.roux", "2026-11-30T10:20"),
        "OnHold" => Of("InProgress").And(new Hold("Quelle région ?"), "nadia.benali", "2026-11-30T10:20"),
        "OnHoldDisputed" => Of("InProgress").And(new Requalify(Priority.P2, "Un contournement existe."), "nadia.benali", "2026-11-30T10:20"),
        "Resolved" => Of("InProgress").And(new Resolve(Fix.Production, "Route rétablie."), "nadia.benali", "2026-11-30T10:20"),
        "Closed" => Of("Resolved").And(new Confirm(null), "paul.renard", "2026-11-30T10:30"),
        "OpenPublished" or "InProgressPublished" or "OnHoldPublished" =>
            Of(stage[..^"Published".Length]).And(new Publish("Réseau de fr1 coupé", "Nous y travaillons."), "sylvie.roux", "2026-11-30T10:40"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };
}

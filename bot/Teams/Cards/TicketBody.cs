using System.Text.Json.Nodes;
using ChatSupport.Bot.Dialogs.Cards;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Teams.Kit;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Teams.Cards;

/// <summary>What a ticket's card says: everything needed to recognise it, to know what it waits for and to act on it.</summary>
internal static class TicketBody
{
    /// <param name="side">For whose eyes.</param>
    /// <param name="hearer">In whose language, and by whose clock.</param>
    /// <param name="longest">At most so many characters of what people wrote.</param>
    public static IEnumerable<JsonObject> Of(Ticket ticket, TicketCardModel card, Side side, Hearer hearer, int longest) =>
    [
        .. Text.Of(card.Heading, bold: true, size: "large", color: ColorOf(card)),
        .. Text.Of(card.Title, bold: true),
        .. Text.Of(CardMoment.Of(ticket, card.Standing).In(hearer.Tongue, hearer.Clock)),
        .. Text.Of(card.NextStep),
        .. side == Side.Desk ? Words(ticket.Declaration.Description, longest) : [],
        .. side == Side.Desk ? Impact(ticket.Declaration.Text("businessImpact"), hearer.Tongue, longest) : [],
        Text.Facts(card.Facts.Select(fact => (fact.Label, Text.Fit(fact.Value, Math.Min(longest, 250))))),
    ];

    /// <summary>What a notification says of it.</summary>
    public static string Fallback(TicketCardModel card) => $"{card.Heading} – {card.Title}";

    private static IEnumerable<JsonObject> Words(string? written, int longest) =>
        written is { Length: > 0 } ? [Text.Quote(Text.Fit(written, longest))] : [];

    private static IEnumerable<JsonObject> Impact(string? written, Tongue tongue, int longest) =>
        written is { Length: > 0 } ? [.. Text.Of(BotText.Say("Teams.Impact").In(tongue), bold: true), .. Words(written, longest)] : [];

    private static string ColorOf(TicketCardModel card) => card switch
    {
        { Status: Status.Closed } => "default",
        { Status: Status.Resolved } => "good",
        { Status: Status.Open } or { Standing: Standing.Missed, Status: Status.Open } => "attention",
        { Status: Status.OnHold } => "warning",
        _ => "accent",
    };
}

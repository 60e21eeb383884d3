using System.Text.RegularExpressions;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Tests.Tickets;

/// <summary>What <c>docs/lifecycle.md</c> shows between its marks, drawn from the life cycle itself.</summary>
internal static partial class LifecyclePage
{
    private static readonly Dictionary<Trigger, string> Rules = new()
    {
        [Trigger.Acknowledge] = "R49, R50, E27",
        [Trigger.Answer] = "R56",
        [Trigger.Reply] = "R59, R85, E31, D13",
        [Trigger.Note] = "R52 to R54",
        [Trigger.Assign] = "–",
        [Trigger.Call] = "R32, R67, E9, D20",
        [Trigger.Hold] = "R57, R58, R60",
        [Trigger.Resume] = "R59",
        [Trigger.Resolve] = "R75, R77, R79, E38",
        [Trigger.Confirm] = "R80, E40",
        [Trigger.Contest] = "D13, E39, E41",
        [Trigger.Propose] = "R55, R83, R84, R86",
        [Trigger.Decide] = "R25, R87 to R89, D24, E36",
        [Trigger.OutOfScope] = "R42, D23, E43",
        [Trigger.Withdraw] = "D8, E6",
        [Trigger.CloseBySilence] = "R81, D12",
        [Trigger.Publish] = "E59",
        [Trigger.Unpublish] = "E59",
        [Trigger.Link] = "E59",
    };

    /// <summary>Who a guard lets through; a later one is narrower.</summary>
    private static readonly Dictionary<string, string> Roles = new(StringComparer.Ordinal)
    {
        ["OnlyEngineers"] = "engineer",
        ["OnlyContacts"] = "contact",
        ["OnlyPeople"] = "contact or engineer",
        ["OnlyTheDesk"] = "the desk itself",
        ["OnlySupervisorsOnHold"] = "supervisor",
        ["OnlySupervisors"] = "supervisor",
    };

    private static readonly Dictionary<string, string> Conditions = new(StringComparer.Ordinal)
    {
        ["WhilePublished"] = "while it is published",
        ["AfterProposal"] = "after a proposal, or a supervisor at once",
        ["UnlessPriorityIsFinal"] = "a supervisor only, once one has decided",
    };

    /// <summary>The page with everything between its marks drawn anew; what people wrote around them stays.</summary>
    public static string Redrawn(string page) => Drawn().Replace(page, mark => $"{mark.Groups["open"].Value}\n\n{Draw(mark.Groups["what"].Value)}\n\n{mark.Groups["close"].Value}");

    private static string Draw(string what) => what switch
    {
        "diagram" => Diagram(),
        "triggers" => Triggers(),
        "deadlines" => Deadlines(),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
    };

    private static string Diagram() => $"""
        ```mermaid
        stateDiagram-v2
            direction LR
        {string.Join('\n', from status in Enum.GetValues<Status>() select $"    state \"{Word(status)}\" as {status}")}
            [*] --> Open : declare (contact)
        {string.Join('\n',
            from arrow in TicketLifecycle.Arrows
            where arrow.From != arrow.To
            group $"{Word(arrow.Trigger)} ({RoleOf(arrow)})" by (arrow.From, arrow.To) into both
            select $"    {both.Key.From} --> {both.Key.To} : {string.Join("<br/>", both)}")}
            Closed --> [*]
        ```
        """;

    private static string Triggers() => $"""
        | What | Who | Where it leads | Only | Rules |
        |---|---|---|---|---|
        {string.Join('\n',
            from arrow in TicketLifecycle.Arrows
            group arrow by (arrow.Trigger, Role: RoleOf(arrow), Leads: arrow.From == arrow.To ? null : $"{Word(arrow.From)} → {Word(arrow.To)}", Only: ConditionOf(arrow)) into same
            orderby same.Key.Trigger
            select $"| {Word(same.Key.Trigger)} | {same.Key.Role} | {same.Key.Leads ?? $"stays {string.Join(", ", same.Select(arrow => Word(arrow.From)))}"} | {same.Key.Only} | {Rules[same.Key.Trigger]} |")}
        """;

    private static string Deadlines() => string.Join('\n',
        from plan in Enum.GetValues<Plan>()
        from priority in Enum.GetValues<Priority>()
        where priority == priority.CappedBy(plan)
        select $"- {Explanation.RuleFor(plan, priority).In(Tongue.English)}");

    private static string Word<T>(T value) where T : struct, Enum => DeskText.Word(value).In(Tongue.English);

    private static string RoleOf(Arrow arrow) => Roles[arrow.Guards.Last(Roles.ContainsKey)];

    private static string ConditionOf(Arrow arrow) =>
        string.Join("; ", arrow.Guards.Where(guard => !Roles.ContainsKey(guard)).Select(guard => Conditions[guard]));

    [GeneratedRegex("(?<open><!-- drawn: (?<what>[a-z]+) -->).*?(?<close><!-- /drawn -->)", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Drawn();
}

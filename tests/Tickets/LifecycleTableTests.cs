using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Clock;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Tickets;

/// <summary>The whole life cycle as a table typed by hand: who can do what at which stage, and where it leads.</summary>
public sealed class LifecycleTableTests
{
    // What is not in the table is refused to everybody. A dash refuses it to this role.
    private const string Table = """
        stage                trigger         contact     engineer    supervisor  desk
        Open                 Acknowledge     -           InProgress  InProgress  -
        Open                 Reply           Open        -           -           -
        Open                 Note            -           Open        Open        -
        Open                 Assign          -           Open        Open        -
        Open                 Call            Open        Open        Open        -
        Open                 Decide          -           Open        Open        -
        Open                 OutOfScope      -           Closed      Closed      -
        Open                 Withdraw        -           -           -           Closed
        Open                 Publish         -           -           Open        -
        Open                 Link            -           Open        Open        -
        OpenFinal            Acknowledge     -           InProgress  InProgress  -
        OpenFinal            Reply           Open        -           -           -
        OpenFinal            Note            -           Open        Open        -
        OpenFinal            Assign          -           Open        Open        -
        OpenFinal            Call            Open        Open        Open        -
        OpenFinal            Decide          -           -           Open        -
        OpenFinal            OutOfScope      -           Closed      Closed      -
        OpenFinal            Withdraw        -           -           -           Closed
        OpenFinal            Publish         -           -           Open        -
        OpenFinal            Link            -           Open        Open        -
        InProgress           Answer          -           InProgress  InProgress  -
        InProgress           Reply           InProgress  -           -           -
        InProgress           Note            -           InProgress  InProgress  -
        InProgress           Assign          -           InProgress  InProgress  -
        InProgress           Call            InProgress  InProgress  InProgress  -
        InProgress           Hold            -           OnHold      OnHold      -
        InProgress           Resolve         -           Resolved    Resolved    -
        InProgress           Propose         -           OnHold      OnHold      -
        InProgress           Decide          -           -           InProgress  -
        InProgress           OutOfScope      -           Closed      Closed      -
        InProgress           Publish         -           -           InProgress  -
        InProgress           Link            -           InProgress  InProgress  -
        Disputed             Answer          -           InProgress  InProgress  -
        Disputed             Reply           InProgress  -           -           -
        Disputed             Note            -           InProgress  InProgress  -
        Disputed             Assign          -           InProgress  InProgress  -
        Disputed             Call            InProgress  InProgress  InProgress  -
        Disputed             Hold            -           OnHold      OnHold      -
        Disputed             Resolve         -           Resolved    Resolved    -
        Disputed             Propose         -           OnHold      OnHold      -
        Disputed             Decide          -           InProgress  InProgress  -
        Disputed             OutOfScope      -           Closed      Closed      -
        Disputed             Publish         -           -           InProgress  -
        Disputed             Link            -           InProgress  InProgress  -
        InProgressFinal      Answer          -           InProgress  InProgress  -
        InProgressFinal      Reply           InProgress  -           -           -
        InProgressFinal      Note            -           InProgress  InProgress  -
        InProgressFinal      Assign          -           InProgress  InProgress  -
        InProgressFinal      Call            InProgress  InProgress  InProgress  -
        InProgressFinal      Hold            -           OnHold      OnHold      -
        InProgressFinal      Resolve         -           Resolved    Resolved    -
        InProgressFinal      Propose         -           -           OnHold      -
        InProgressFinal      Decide          -           -           InProgress  -
        InProgressFinal      OutOfScope      -           Closed      Closed      -
        InProgressFinal      Publish         -           -           InProgress  -
        InProgressFinal      Link            -           InProgress  InProgress  -
        OnHold               Answer          -           OnHold      OnHold      -
        OnHold               Reply           InProgress  -           -           -
        OnHold               Note            -           OnHold      OnHold      -
        OnHold               Assign          -           OnHold      OnHold      -
        OnHold               Call            OnHold      OnHold      OnHold      -
        OnHold               Resume          -           InProgress  InProgress  -
        OnHold               Decide          -           -           OnHold      -
        OnHold               Publish         -           -           OnHold      -
        OnHold               Link            -           OnHold      OnHold      -
        OnHoldDisputed       Answer          -           OnHold      OnHold      -
        OnHoldDisputed       Reply           InProgress  -           -           -
        OnHoldDisputed       Note            -           OnHold      OnHold      -
        OnHoldDisputed       Assign          -           OnHold      OnHold      -
        OnHoldDisputed       Call            OnHold      OnHold      OnHold      -
        OnHoldDisputed       Resume          -           InProgress  InProgress  -
        OnHoldDisputed       Decide          -           -           InProgress  -
        OnHoldDisputed       Publish         -           -           OnHold      -
        OnHoldDisputed       Link            -           OnHold      OnHold      -
        Resolved             Answer          -           Resolved    Resolved    -
        Resolved             Reply           Resolved    -           -           -
        Resolved             Note            -           Resolved    Resolved    -
        Resolved             Assign          -           Resolved    Resolved    -
        Resolved             Confirm         Closed      Closed      Closed      -
        Resolved             Contest         InProgress  -           -           -
        Resolved             CloseBySilence  -           -           -           Closed
        Closed               Note            -           Closed      Closed      -
        OpenPublished        Acknowledge     -           InProgress  InProgress  -
        OpenPublished        Reply           Open        -           -           -
        OpenPublished        Note            -           Open        Open        -
        OpenPublished        Assign          -           Open        Open        -
        OpenPublished        Call            Open        Open        Open        -
        OpenPublished        Decide          -           Open        Open        -
        OpenPublished        OutOfScope      -           Closed      Closed      -
        OpenPublished        Withdraw        -           -           -           Closed
        OpenPublished        Publish         -           -           Open        -
        OpenPublished        Link            -           Open        Open        -
        OpenPublished        Unpublish       -           -           Open        -
        InProgressPublished  Answer          -           InProgress  InProgress  -
        InProgressPublished  Reply           InProgress  -           -           -
        InProgressPublished  Note            -           InProgress  InProgress  -
        InProgressPublished  Assign          -           InProgress  InProgress  -
        InProgressPublished  Call            InProgress  InProgress  InProgress  -
        InProgressPublished  Hold            -           OnHold      OnHold      -
        InProgressPublished  Resolve         -           Resolved    Resolved    -
        InProgressPublished  Propose         -           OnHold      OnHold      -
        InProgressPublished  Decide          -           -           InProgress  -
        InProgressPublished  OutOfScope      -           Closed      Closed      -
        InProgressPublished  Publish         -           -           InProgress  -
        InProgressPublished  Link            -           InProgress  InProgress  -
        InProgressPublished  Unpublish       -           -           InProgress  -
        OnHoldPublished      Answer          -           OnHold      OnHold      -
        OnHoldPublished      Reply           InProgress  -           -           -
        OnHoldPublished      Note            -           OnHold      OnHold      -
        OnHoldPublished      Assign          -           OnHold      OnHold      -
        OnHoldPublished      Call            OnHold      OnHold      OnHold      -
        OnHoldPublished      Resume          -           InProgress  InProgress  -
        OnHoldPublished      Decide          -           -           OnHold      -
        OnHoldPublished      Publish         -           -           OnHold      -
        OnHoldPublished      Link            -           OnHold      OnHold      -
        OnHoldPublished      Unpublish       -           -           OnHold      -
        """;

    private static readonly string[] Roles = ["contact", "engineer", "supervisor", "desk"];

    private static readonly string[] Rows = [.. Table.Split('\n').Skip(1).Select(Shortened)];

    public static TheoryData<string> Everywhere => [.. Stages.Names];

    [Theory]
    [MemberData(nameof(Everywhere))]
    public void A_trigger_leads_where_the_table_says(string stage) =>
        Assert.Equal(Rows.Where(row => row.StartsWith($"{stage} ", StringComparison.Ordinal)).Order(StringComparer.Ordinal), TableOf(stage, Leads));

    [Theory]
    [MemberData(nameof(Everywhere))]
    public void The_act_leads_where_its_trigger_does(string stage) => Assert.Equal(
        TableOf(stage, (at, trigger, role) => ActFor(at, trigger, role) is null ? null : Leads(at, trigger, role)),
        TableOf(stage, LeadsByActing));

    [Theory]
    [MemberData(nameof(Everywhere))]
    public void A_refusal_is_a_sentence_in_both_languages(string stage)
    {
        var ticket = Stages.Of(stage).Ticket;
        foreach (var role in Roles.Where(role => role != "desk"))
        {
            var life = TicketLifecycle.Of(ticket, ActorOf(role));
            foreach (var refusal in Enum.GetValues<Trigger>().Select(life.Refusal).OfType<Sentence>())
                Assert.All(Tongues.All, tongue => Assert.Matches($"{ticket.Reference}.*\\.$", refusal.In(tongue)));
        }
    }

    [Fact]
    public void Silence_leads_where_the_life_cycle_lets_the_desk_lead_it()
    {
        var paper = Stages.Of("Resolved").CatchUp("2026-12-08T12:00");
        Assert.Equal((Status.Closed, Closure.Silence), (paper.Ticket.Status, paper.Ticket.Closure));
    }

    [Fact]
    public void Every_arrow_drawn_is_in_the_table() => Assert.All(TicketLifecycle.Arrows, arrow => Assert.Contains(
        Rows.Select(row => row.Split(' ')),
        row => Stages.Of(row[0]).Ticket.Status == arrow.From && row[1] == arrow.Trigger.ToString() && row.Skip(2).Contains(arrow.To.ToString())));

    private static string Shortened(string row) => string.Join(' ', row.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> TableOf(string stage, Func<string, Trigger, string, Status?> leads) =>
        from trigger in Enum.GetValues<Trigger>()
        let cells = Roles.Select(role => leads(stage, trigger, role)?.ToString() ?? "-").ToArray()
        where cells.Any(cell => cell != "-")
        let row = $"{stage} {trigger} {string.Join(' ', cells)}"
        orderby row.Split(' ')[1]
        select row;

    private static Status? Leads(string stage, Trigger trigger, string role)
    {
        var life = TicketLifecycle.Of(Stages.Of(stage).Ticket, ActorOf(role));
        Assert.Equal(life.Refusal(trigger) is null, life.Possible.Contains(trigger));
        return life.Refusal(trigger) is null ? life.After(trigger) : null;
    }

    private static Status? LeadsByActing(string stage, Trigger trigger, string role)
    {
        if (role == "desk" || ActFor(stage, trigger, role) is not { } act)
            return null;
        var paper = Stages.Of(stage);
        return paper.Does(act, PersonOf(role), Moment.At(Stages.Now)) is null ? paper.Ticket.Status : null;
    }

    private static Actor ActorOf(string role) => role == "desk" ? Actor.Desk : Actor.Of(Cast.Directory.Person(PersonOf(role))!);

    private static string PersonOf(string role) => role switch
    {
        "contact" => "paul.renard",
        "engineer" => "nadia.benali",
        "supervisor" => "sylvie.roux",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>
    /// The act that pulls this trigger. A supervisor decides where an engineer proposes, and in a dispute so does the engineer; on an
    /// open ticket an engineer's comment is its acknowledgement.
    /// </summary>
    private static TicketAct? ActFor(string stage, Trigger trigger, string role) => (trigger, role) switch
    {
        (Trigger.Acknowledge, _) => new Acknowledge("Nous regardons."),
        (Trigger.Answer, "engineer" or "supervisor") when stage is not ("Open" or "OpenFinal" or "OpenPublished") => new Comment("Voici où nous en sommes."),
        (Trigger.Reply, "contact") => new Comment("Voici ce que nous voyons."),
        (Trigger.Note, _) => new Note("Vu avec le réseau."),
        (Trigger.Assign, _) => new Assign("tom.lefevre"),
        (Trigger.Call, not "desk") => new RecordCall(null),
        (Trigger.Hold, _) => new Hold(null),
        (Trigger.Resume, _) => new Resume(null),
        (Trigger.Resolve, _) => new Resolve(Fix.Production, null),
        (Trigger.Confirm, not "desk") => new Confirm(null),
        (Trigger.Contest, _) => new Contest("Toujours en panne."),
        (Trigger.Propose, "engineer") when stage.StartsWith("InProgress", StringComparison.Ordinal) => new Requalify(Priority.P3, "Impact moindre."),
        (Trigger.Decide, "supervisor") => new Requalify(Priority.P3, "Impact moindre."),
        (Trigger.Decide, _) when !stage.StartsWith("InProgress", StringComparison.Ordinal) => new Requalify(Priority.P3, "Impact moindre."),
        (Trigger.Publish, _) => new Publish("Réseau de fr1 coupé", "Nous y travaillons."),
        (Trigger.Unpublish, _) => new Unpublish(),
        (Trigger.Link, _) => new Link(Stages.Of("OpenPublished").Ticket with { Id = 2 }),
        (Trigger.OutOfScope, _) => new MarkOutOfScope("Une application du client."),
        _ => null,
    };
}

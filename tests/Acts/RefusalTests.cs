using System.Text.RegularExpressions;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Clock;
using ChatSupport.Tests.Tickets;
using NodaTime;

namespace ChatSupport.Tests.Acts;

/// <summary>Every no, and what it tells the person to do instead, in both languages.</summary>
public sealed partial class RefusalTests
{
    private static readonly Instant Now = Moment.At(Stages.Now);

    private static readonly (string Stage, TicketAct Act, string By, string Sentence, string Says)[] NotNow =
    [
        ("InProgress", new Acknowledge("Vu."), "tom.lefevre", "Refusals.AlreadyTaken", "already taken by Nadia Benali on Monday 30 November 2026 at 10:10"),
        ("Resolved", new Acknowledge("Vu."), "tom.lefevre", "Refusals.AlreadyTaken", "Nadia Benali"),
        ("Closed", new Acknowledge("Vu."), "tom.lefevre", "Refusals.Closed", "Declare a new incident"),
        ("Open", new Acknowledge("Vu."), "paul.renard", "Refusals.OnlyEngineers", "Add a comment"),
        ("InProgress", new Acknowledge("Vu."), "paul.renard", "Refusals.NotNow", "Possible now: reply or record a call"),
        ("Closed", new Comment("Encore."), "paul.renard", "Refusals.Closed", "Declare a new incident"), // E42
        ("Closed", new Comment("Encore."), "nadia.benali", "Refusals.Closed", "on Monday 30 November 2026 at 10:30"),
        ("Open", new Hold("Quand ?"), "nadia.benali", "Refusals.NotNow", "not possible to put on hold with a question. Possible now: acknowledge,"), // E30
        ("Open", new Resume(null), "nadia.benali", "Refusals.NotNow", "“Open”"),
        ("Open", new Resolve(Fix.Production, null), "nadia.benali", "Refusals.NotNow", "not possible to resolve"),
        ("OnHold", new Resolve(Fix.Production, null), "nadia.benali", "Refusals.NotNow", "resume"),
        ("OnHold", new MarkOutOfScope("Application."), "nadia.benali", "Refusals.NotNow", "“On hold”"),
        ("OnHold", new Hold("Quand ?"), "nadia.benali", "Refusals.NotNow", "resume"),
        ("InProgress", new Hold("Quand ?"), "paul.renard", "Refusals.OnlyEngineers", "Add a comment"),
        ("InProgress", new Note("Interne."), "paul.renard", "Refusals.OnlyEngineers", "Only the support team"),
        ("InProgress", new Assign("tom.lefevre"), "paul.renard", "Refusals.OnlyEngineers", "Only the support team"),
        ("InProgress", new Confirm(null), "paul.renard", "Refusals.NotNow", "confirm the resolution"),
        ("Resolved", new Contest("Non."), "nadia.benali", "Refusals.OnlyContacts", "named contact"),
        ("Resolved", new Requalify(Priority.P2, "Matrice."), "nadia.benali", "Refusals.NotNow", "“Resolved”"),
        ("Resolved", new RecordCall(null), "paul.renard", "Refusals.NotNow", "contest the resolution"),
        ("Open", new Requalify(Priority.P2, "Matrice."), "paul.renard", "Refusals.OnlyEngineers", "Add a comment"),
        ("InProgress", new Requalify(Priority.P2, "Matrice."), "paul.renard", "Refusals.OnlyEngineers", "Add a comment"),
        ("Disputed", new Requalify(Priority.P1, "Matrice."), "paul.renard", "Refusals.OnlyEngineers", "Add a comment"),
        ("OnHoldDisputed", new Requalify(Priority.P1, "Matrice."), "paul.renard", "Refusals.OnlyEngineers", "Add a comment"),
        ("OnHoldDisputed", new Requalify(Priority.P2, "Matrice."), "nadia.benali", "Refusals.OnlySupervisorsOnHold", "the client has the floor"),
        ("OnHold", new Requalify(Priority.P2, "Matrice."), "nadia.benali", "Refusals.OnlySupervisorsOnHold", "ask a supervisor"),
        ("InProgressFinal", new Requalify(Priority.P1, "Matrice."), "nadia.benali", "Refusals.UnlessPriorityIsFinal", "Ask a supervisor"), // R89
        ("OpenFinal", new Requalify(Priority.P1, "Matrice."), "nadia.benali", "Refusals.UnlessPriorityIsFinal", "Ask a supervisor"),
        ("InProgress", new Requalify(Priority.P1, "Matrice."), "nadia.benali", "Refusals.SamePriority", "Choose another"), // E37
    ];

    private static readonly (string Stage, TicketAct Act, string By, string Field, string Sentence)[] Invalid =
    [
        ("InProgress", new Comment(null), "nadia.benali", "comment", "Refusals.TextMissing"),
        ("InProgress", new Comment(" \n\t"), "paul.renard", "comment", "Refusals.TextMissing"),
        ("InProgress", new Comment("nul \0"), "paul.renard", "comment", "Answers.Unstorable"),
        ("Open", new Acknowledge("moitié \ud83d"), "nadia.benali", "comment", "Answers.Unstorable"),
        ("InProgress", new Hold("\u0007"), "nadia.benali", "comment", "Answers.Unstorable"),
        ("InProgress", new Note(""), "nadia.benali", "comment", "Refusals.TextMissing"),
        ("InProgress", new Comment(new string('a', 20_001)), "nadia.benali", "comment", "Answers.TooLong"),
        ("Resolved", new Contest(""), "paul.renard", "comment", "Refusals.TextMissing"), // D13
        ("InProgress", new MarkOutOfScope(null), "nadia.benali", "comment", "Refusals.TextMissing"), // D23
        ("InProgress", new Requalify(Priority.P2, null), "nadia.benali", "comment", "Refusals.TextMissing"),
        ("InProgress", new Requalify(Priority.P2, null), "sylvie.roux", "comment", "Refusals.TextMissing"), // D24
        ("InProgress", new Requalify(null, "Matrice."), "nadia.benali", "priority", "Refusals.PriorityMissing"),
        ("InProgress", new Resolve(null, "Fait."), "nadia.benali", "fix", "Refusals.FixMissing"), // E38
        ("InProgress", new Assign(null), "nadia.benali", "to", "Refusals.ToUnknown"),
        ("InProgress", new Assign("paul.renard"), "nadia.benali", "to", "Refusals.ToUnknown"),
        ("InProgress", new Assign("NADIA.BENALI"), "nadia.benali", "to", "Refusals.ToUnknown"),
        ("Open", new RecordCall(Now + Duration.FromSeconds(1)), "paul.renard", "at", "Refusals.CallInTheFuture"),
        ("Open", new RecordCall(Instant.FromUtc(1970, 1, 1, 0, 0)), "paul.renard", "at", "Refusals.CallTooOld"),
    ];

    public static TheoryData<int> EveryNotNow => [.. Enumerable.Range(0, NotNow.Length)];

    public static TheoryData<int> EveryInvalid => [.. Enumerable.Range(0, Invalid.Length)];

    [Theory]
    [MemberData(nameof(EveryNotNow))]
    public void What_is_not_possible_now_is_answered_with_what_is(int row)
    {
        var (stage, act, by, sentence, says) = NotNow[row];
        var refusal = Refused(stage, act, by);
        Assert.Equal((RefusalKind.NotNow, sentence), (refusal.Kind, refusal.Why.Key));
        Assert.Contains(says, refusal.Why.In(Tongue.English));
        Assert.All(Tongues.All, tongue => Assert.Matches(WholeSentence(), refusal.Why.In(tongue)));
        Assert.NotEqual(refusal.Why.In(Tongue.French), refusal.Why.In(Tongue.English));
    }

    [Theory]
    [MemberData(nameof(EveryInvalid))]
    public void What_is_missing_or_wrong_is_named_with_what_to_write(int row)
    {
        var (stage, act, by, field, sentence) = Invalid[row];
        var refusal = Refused(stage, act, by);
        var why = Assert.Contains(field, refusal.Fields);
        Assert.Equal((RefusalKind.Invalid, "Refusals.Invalid", sentence), (refusal.Kind, refusal.Why.Key, why.Key));
        Assert.All(Tongues.All, tongue => Assert.Matches(WholeSentence(), why.In(tongue)));
        Assert.NotEqual(why.In(Tongue.French), why.In(Tongue.English));
    }

    [Fact]
    public void The_life_cycle_objects_before_the_text_does() =>
        Assert.Equal("Refusals.NotNow", Refused("Open", new Hold("\0"), "nadia.benali").Why.Key);

    [Fact]
    public void French_says_it_in_French() => Assert.Equal(
        "INC-000001 est « Ouvert » : impossible de résoudre. Possible maintenant : accuser réception, ajouter une note interne, affecter, enregistrer un appel, décider de la priorité, clore hors périmètre ou le faire suivre un incident publié.",
        Refused("Open", new Resolve(Fix.Production, null), "nadia.benali").Why.In(Tongue.French).Replace('\u00A0', ' ').Replace('\u202F', ' '));

    [Fact]
    public void Who_may_take_over_is_named() => Assert.Equal(
        "Say who takes over, by directory id: nadia.benali, tom.lefevre, sylvie.roux.",
        Refused("Open", new Assign("nobody"), "nadia.benali").Fields["to"].In(Tongue.English));

    private static Refusal Refused(string stage, TicketAct act, string by)
    {
        var paper = Stages.Of(stage);
        var before = paper.Ticket;
        var refusal = paper.Does(act, by, Now);
        Assert.Equal(before, paper.Ticket);
        return Assert.IsType<Refusal>(refusal);
    }

    /// <summary>With a capital or a reference at its beginning, a full stop at its end, and no hole left in it.</summary>
    [GeneratedRegex(@"^[\p{Lu}«“][^{}]{10,}[.?]$", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex WholeSentence();
}

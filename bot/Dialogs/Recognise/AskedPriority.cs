namespace ChatSupport.Bot.Dialogs.Recognise;

/// <summary>The priority that somebody asks for in so many words; « critical » beside anything else asks for nothing.</summary>
internal static class AskedPriority
{
    private static readonly Phrases Known = new(
        ("P1", """
            p1|prio 1|priority 1|priority one|priorité 1|priorité critique|priorité maximale|incident critique|critical incident
            critical priority|priority critical|sev1|sev 1|severity 1|sévérité 1
            """),
        ("P2", """
            p2|prio 2|priority 2|priority two|priorité 2|priorité majeure|incident majeur|major incident|major priority|priority major|sev2
            sev 2|severity 2|sévérité 2
            """),
        ("P3", """
            p3|prio 3|priority 3|priority three|priorité 3|priorité standard|incident mineur|minor incident|standard priority
            priority standard|sev3|sev 3|severity 3|sévérité 3
            """));

    public static string? In(Utterance said) => Known.KeysIn(said) is [var only] ? only : null;
}

namespace ChatSupport.Bot.Dialogs.Recognise;

/// <summary>Can they go on some other way? Only words about a workaround say so.</summary>
internal static class Workaround
{
    private static readonly Phrases Known = new(
        ("no", """
            no workaround|no known workaround|no work-around|without workaround|without a workaround|without any workaround
            not found a workaround|can't work around|cannot work around|pas de contournement|pas de solution de contournement
            aucun contournement|aucune solution de contournement|sans contournement|sans solution de contournement|pas contournable
            """),
        ("unknown", """
            unknown workaround|workaround unknown|don't know a workaround|don't know any workaround|contournement inconnu
            ne connaissons pas de contournement|ne connais pas de contournement
            """),
        ("yes", """
            a workaround|have a workaround|found a workaround|workaround exists|workaround in place|workaround is in place|with a workaround
            with workaround|worked around|un contournement|une solution de contournement|avec contournement|avec un contournement
            contournement existe|contournement en place|contournement trouvé|contournable|contourné|contournée
            """));

    public static string? In(Utterance said) => Known.KeysIn(said) is [var only] ? only : null;
}

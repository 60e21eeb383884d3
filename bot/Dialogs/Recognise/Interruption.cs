namespace ChatSupport.Bot.Dialogs.Recognise;

/// <summary>Does the Service still answer? What comes and goes is degraded, however hard the word beside it.</summary>
internal static class Interruption
{
    private static readonly Phrases Known = new(
        ("no", """
            not down|isn't down|aren't down|is not down|are not down|not interrupted|no interruption|no outage|without interruption
            still reachable|still accessible|still working|pas en panne|pas interrompu|pas interrompue|pas interrompus|pas interrompues
            pas d'interruption|aucune interruption|sans interruption|pas de coupure|sans coupure|toujours accessible|toujours accessibles
            toujours joignable|toujours joignables
            """),
        ("interrupted", """
            down|outage|unreachable|unavailable|inaccessible|offline|dead|crashed|interrupted|unresponsive|not responding|not answering
            not reachable|not available|not working|doesn't work|does not work|don't work|do not work|doesn't respond|does not respond
            don't respond|do not respond|doesn't answer|does not answer|no longer respond|no longer responds|no longer answer
            no longer answers|no longer work|no longer works|stopped working|stopped responding|can't reach|cannot reach|can't connect
            cannot connect|lost access|injoignable|injoignables|inaccessibles|indisponible|indisponibles|indisponibilité|en panne
            hors service|hors ligne|ko|interrompu|interrompue|interrompus|interrompues|coupé|coupée|coupés|coupées|coupure|arrêté|arrêtée
            arrêtés|arrêtées|planté|plantée|plantés|plantées|tombé|tombée|tombés|tombées|répond plus|répondent plus|répond pas|répondent pas
            répond toujours pas|répondent toujours pas|marche plus|marchent plus|marche pas|marchent pas|marche toujours pas|fonctionne plus
            fonctionnent plus|fonctionne pas|fonctionnent pas|fonctionne toujours pas|fonctionnent toujours pas|plus accessible
            plus accessibles|plus joignable|plus joignables|plus disponible|plus disponibles|plus d'accès|impossible de joindre
            impossible de se connecter|n'arrive plus à joindre|n'arrivons plus à joindre
            """),
        ("degraded", """
            slow|slower|slowly|sluggish|slowness|latency|latencies|degraded|degradation|unstable|flaky|packet loss|lent|lente|lents|lentes
            lentement|lenteur|lenteurs|ralenti|ralentie|ralentis|ralenties|ralentissement|ralentissements|latence|latences|dégradé|dégradée
            dégradés|dégradées|dégradation|instable|instables|perte de paquets|pertes de paquets|rame|rament
            """),
        (Intermittent, """
            intermittent|intermittently|on and off|now and then|from time to time|once in a while|comes and goes|every few minutes
            some requests|some calls|intermittents|intermittente|intermittentes|par intermittence|par moments|de temps en temps
            de temps à autre|une fois sur deux|certaines requêtes|certains appels
            """));

    private const string Intermittent = "intermittent";

    public static string? In(Utterance said) => Known.KeysIn(said) switch
    {
        [] => null,
        var keys when keys.Contains(Intermittent) => "degraded",
        [var only] => only,
        var keys when !keys.Contains("interrupted") => "degraded",
        _ => null,
    };
}

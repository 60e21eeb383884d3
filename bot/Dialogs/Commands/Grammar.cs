using System.Collections.Frozen;
using static ChatSupport.Bot.Dialogs.Commands.Audience;
using static ChatSupport.Bot.Dialogs.Commands.Takes;

namespace ChatSupport.Bot.Dialogs.Commands;

/// <summary>Every command, with the ways of saying it. Both languages are understood whatever the person's own.</summary>
internal static class Grammar
{
    public static IReadOnlyList<Command> Commands { get; } =
    [
        new(Verb.Menu, Everyone, Nothing, "menu|home|start|commands|main menu|back to the menu", "accueil|commandes|menu principal|retour au menu"),
        new(Verb.Help, Everyone, Nothing,
            "help|help me|what can you do|what can i do|how does it work",
            "aide|aidez-moi|aide-moi|que sais-tu faire|que puis-je faire|comment ça marche"),
        new(Verb.French, Everyone, Nothing, "french|in french|speak french|language fr", "français|en français|parle français|langue fr|langue française"),
        new(Verb.English, Everyone, Nothing, "english|in english|speak english|language en", "anglais|en anglais|parle anglais|langue en|langue anglaise"),
        new(Verb.Language, Everyone, Nothing, "language|change language", "langue|changer de langue|changer la langue"),
        new(Verb.Show, Everyone, Ticket,
            "show|view|open ticket|status|status of|what about|where is",
            "voir|montre|montrer|affiche|afficher|statut|état|où en est"),
        new(Verb.Timeline, Everyone, Ticket, "timeline|history", "chronologie|historique|journal|échanges|suivi"),
        new(Verb.Why, Everyone, Ticket,
            "why|why this deadline|explain|explain the deadline|deadline",
            "pourquoi|pourquoi cette échéance|expliquer|explique|expliquer l'échéance|échéance"),

        new(Verb.Declare, Contact, Text,
            "declare|declare an incident|report|report an incident|new incident|new ticket|create a ticket|open a ticket|declaration|incident",
            "déclarer|déclarer un incident|signaler|signaler un incident|nouvel incident|nouveau ticket|créer un ticket|ouvrir un ticket"),
        new(Verb.Tickets, Contact, Nothing,
            "tickets|my tickets|open tickets|our tickets|my company's tickets|list|list tickets",
            "mes tickets|tickets ouverts|nos tickets|les tickets de ma société|liste|liste des tickets|où en sont mes tickets"),
        new(Verb.AllTickets, Contact, Nothing,
            "all tickets|all my tickets|all our tickets|closed tickets",
            "tous les tickets|tous mes tickets|tous nos tickets|tickets clos"),
        new(Verb.Reply, Contact, TicketAndWords, "reply|reply to|comment|add to", "répondre|répondre à|commenter|commentaire|ajouter"),
        new(Verb.Confirm, Contact, Ticket,
            "confirm|i confirm|confirm resolution|it is solved|it's solved|solved",
            "confirmer|je confirme|confirmer la résolution|c'est résolu"),
        new(Verb.Contest, Contact, TicketAndWords,
            "contest|not solved|it is not solved|it's not solved|reopen",
            "contester|je conteste|pas résolu|ce n'est pas résolu|rouvrir"),
        new(Verb.Follow, Contact, Ticket, "follow up", "donner suite|déclarer une suite"),
        new(Verb.Complete, Contact, Ticket, "complete the declaration|complete my declaration|complete declaration", "compléter la déclaration|compléter ma déclaration"),

        new(Verb.Yes, Contact, Nothing, "yes|ok|okay|yep|that's right", "oui|d'accord|c'est bon|c'est correct"),
        new(Verb.No, Contact, Nothing, "no|nope", "non"),
        new(Verb.Back, Contact, Nothing, "back|go back|previous|previous question", "retour|revenir|précédent|en arrière|question précédente"),
        new(Verb.Skip, Contact, Nothing, "skip|skip it", "passer|ignorer|passer cette question|je passe|sans réponse"),
        new(Verb.Cancel, Everyone, Nothing, "cancel|stop|quit|forget it", "annuler|annule|abandonner|quitter|laisse tomber|laissez tomber"),
        new(Verb.Drop, Contact, Nothing),
        new(Verb.Later, Contact, Nothing, "later|pause|not now|tomorrow", "plus tard|pas maintenant|demain"),
        new(Verb.Continue, Contact, Nothing, "continue|go on", "continuer|reprendre|poursuivre|reprendre la déclaration"),
        new(Verb.StartOver, Contact, Nothing, "start over|restart", "recommencer|repartir de zéro|tout recommencer"),
        new(Verb.Correct, Contact, Text, "correct|change|modify|edit|fix", "corriger|changer|modifier|rectifier"),
        new(Verb.Review, Contact, Nothing, "summary|review", "résumé|récapitulatif|récapituler"),
        new(Verb.More, Contact, Nothing, "more details|add details", "plus de détails|ajouter des détails|compléter"),
        new(Verb.Form, Contact, Nothing, "form|fill in the form", "formulaire|remplir le formulaire"),
        new(Verb.Say, Contact, Nothing),
        new(Verb.Append, Contact, Nothing),
        new(Verb.Join, Contact, Nothing),
        new(Verb.Anyway, Contact, Nothing, "declare anyway|anyway", "déclarer quand même|quand même"),
        new(Verb.FollowKnown, Contact, Nothing),
        new(Verb.Send, Contact, Nothing, "send|send it|submit", "envoyer|valider|c'est parti"),

        new(Verb.Queue, Staff, Nothing, "queue|tickets|open tickets|all tickets|list|backlog", "file|file d'attente|tickets ouverts|tous les tickets|liste"),
        new(Verb.Mine, Staff, Nothing, "mine|my tickets|my queue", "mes tickets|ma file|à moi"),
        new(Verb.Unacknowledged, Staff, Nothing,
            "unacknowledged|to acknowledge|new tickets",
            "non pris en charge|à prendre en charge|non acquittés|nouveaux tickets"),
        new(Verb.Acknowledge, Staff, TicketAndText,
            "ack|acknowledge|take|i take|take it",
            "prendre|prendre en charge|prends en charge|je prends|accuser réception|acquitter"),
        new(Verb.Assign, Staff, TicketAndText, "assign|hand over", "affecter|assigner|attribuer|passer la main"),
        new(Verb.Ask, Staff, TicketAndWords, "ask|hold|ask for information|question", "demander|mettre en attente|attente|demander des informations"),
        new(Verb.Answer, Staff, TicketAndWords, "answer|reply|reply to|comment", "répondre|répondre à|commenter"),
        new(Verb.Note, Staff, TicketAndWords, "note|internal note", "noter|note interne"),
        new(Verb.Requalify, Staff, TicketAndText, "requalify|priority|prioritise|reprioritise|decide", "requalifier|priorité|trancher"),
        new(Verb.Resolve, Staff, TicketAndText, "resolve|resolved|solve", "résoudre|résolu"),
        new(Verb.Resume, Staff, TicketAndText, "resume", "reprendre|reprise"),
        new(Verb.OutOfScope, Staff, TicketAndText, "out of scope", "hors périmètre"),
        new(Verb.Call, Staff, TicketAndText, "call|call received|record a call", "appel|appel reçu|enregistrer un appel"),
        new(Verb.OnCall, Staff, Nothing, "on call|oncall|who is on call|who's on call", "astreinte|qui est d'astreinte|d'astreinte"),

        new(Verb.TakeOver, Staff, Nothing,
            "take over|take over on call|i take over|i am on call|i'm on call",
            "prendre l'astreinte|je prends l'astreinte|reprendre l'astreinte|je suis d'astreinte"),
        new(Verb.HandOver, Staff, Text,
            "hand over on call|hand over on call to|hand over the on call to",
            "passer l'astreinte|passer l'astreinte à|donner l'astreinte à|je passe l'astreinte à"),
        new(Verb.SwapNight, Staff, Text,
            "swap|swap a night|swap the night|swap my night|swap tonight",
            "échanger|échanger une nuit|échanger la nuit|échanger ma nuit|permuter|permuter la nuit"),
        new(Verb.GiveNight, Staff, Text, "give a night|give the night|give my night|give tonight", "donner une nuit|donner la nuit|donner ma nuit"),
        new(Verb.TestPage, Staff, Nothing, "test page|test my page|page me|test my phone", "tester l'alerte|test d'alerte|alerte de test|tester mon téléphone"),
        new(Verb.Unreached, Staff, Nothing,
            "who has not added the bot|not in teams|unreached|who can be reached",
            "qui n'a pas ajouté le bot|absents de teams|injoignables|qui est joignable"),

        new(Verb.Voicemails, Staff, Nothing, "voicemails|unidentified voicemails|voice messages", "messages vocaux|messages non identifiés|messagerie vocale"),
        new(Verb.AttachVoicemail, Staff, Nothing),

        // An engineer may confirm for the client who did so on the phone (E40).
        new(Verb.Confirm, Staff, Ticket, "confirm|confirmed", "confirmer|confirmé|confirmer la résolution"),
        new(Verb.Publish, Supervisor, TicketAndText, "publish|publish incident", "publier|publier l'incident"),
        new(Verb.Unpublish, Supervisor, Ticket, "unpublish|withdraw publication|withdraw the publication", "dépublier|retirer publication|retirer la publication"),
        new(Verb.Disputes, Supervisor, Nothing, "disputes|to decide|priorities to decide", "litiges|désaccords|à trancher"),
        new(Verb.Breaches, Supervisor, Nothing, "breaches|missed|missed deadlines|overdue", "échéances manquées|manquées|retards"),
    ];

    private static readonly FrozenDictionary<Verb, Command[]> ByVerb =
        Commands.GroupBy(command => command.Verb).ToFrozenDictionary(same => same.Key, same => same.ToArray());

    /// <summary>The command as this person has it; null when it is not theirs.</summary>
    public static Command? Of(Verb verb, Audience who) =>
        ByVerb.TryGetValue(verb, out var commands) ? commands.FirstOrDefault(command => command.For.HasFlag(who)) : null;
}

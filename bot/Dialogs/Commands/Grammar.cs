using System.Collections.Frozen;
using static ChatSupport.Bot.Dialogs.Commands.Audience;
using static ChatSupport.Bot.Dialogs.Commands.Takes;

namespace ChatSupport.Bot.Dialogs.Commands;

/// <summary>Every command, with the ways of saying it. Both languages are understood whatever the person's own.</summary>
internal static class Grammar
{
    public static IReadOnlyList<Command> Commands { get; } =
    [
        new(Verb.Menu, Everyone, Nothing, "menu|accueil|home|start|commands|commandes|main menu|menu principal|retour au menu|back to the menu"),
        new(Verb.Help, Everyone, Nothing, "help|aide|aidez-moi|aide-moi|help me|what can you do|que sais-tu faire|comment ça marche|how does it work|que puis-je faire|what can i do"),
        new(Verb.French, Everyone, Nothing, "français|french|en français|in french|parle français|speak french|language fr|langue fr|langue française"),
        new(Verb.English, Everyone, Nothing, "anglais|english|en anglais|in english|parle anglais|speak english|language en|langue en|langue anglaise"),
        new(Verb.Language, Everyone, Nothing, "language|langue|change language|changer de langue|changer la langue"),
        new(Verb.Show, Everyone, Ticket, "show|voir|montre|montrer|affiche|afficher|view|open ticket|status|statut|status of|état|où en est|what about|where is"),
        new(Verb.Timeline, Everyone, Ticket, "timeline|chronologie|historique|history|journal|échanges|suivi"),
        new(Verb.Why, Everyone, Ticket, "why|pourquoi|pourquoi cette échéance|why this deadline|explain|explain the deadline|expliquer|explique|expliquer l'échéance|deadline|échéance"),

        new(Verb.Declare, Contact, Text, "declare|déclarer|declare an incident|déclarer un incident|report|report an incident|signaler|signaler un incident|new incident|nouvel incident|new ticket|nouveau ticket|create a ticket|créer un ticket|ouvrir un ticket|open a ticket|déclaration|declaration|incident"),
        new(Verb.Tickets, Contact, Nothing, "tickets|my tickets|mes tickets|open tickets|tickets ouverts|nos tickets|our tickets|my company's tickets|les tickets de ma société|liste|list|list tickets|liste des tickets|où en sont mes tickets"),
        new(Verb.AllTickets, Contact, Nothing, "all tickets|tous les tickets|all my tickets|tous mes tickets|all our tickets|tous nos tickets|closed tickets|tickets clos"),
        new(Verb.Reply, Contact, TicketAndWords, "reply|répondre|reply to|répondre à|comment|commenter|commentaire|ajouter|add to"),
        new(Verb.Confirm, Contact, Ticket, "confirm|confirmer|je confirme|i confirm|confirm resolution|confirmer la résolution|c'est résolu|it is solved|it's solved|solved"),
        new(Verb.Contest, Contact, TicketAndWords, "contest|contester|je conteste|not solved|pas résolu|ce n'est pas résolu|it is not solved|it's not solved|reopen|rouvrir"),
        new(Verb.Follow, Contact, Ticket, "follow up|donner suite|déclarer une suite"),

        new(Verb.Yes, Contact, Nothing, "yes|oui|ok|okay|d'accord|c'est bon|yep|that's right|c'est correct"),
        new(Verb.No, Contact, Nothing, "no|non|nope"),
        new(Verb.Back, Contact, Nothing, "back|retour|go back|revenir|précédent|previous|en arrière|previous question|question précédente"),
        new(Verb.Skip, Contact, Nothing, "skip|passer|ignorer|skip it|passer cette question|je passe|sans réponse"),
        new(Verb.Cancel, Everyone, Nothing, "cancel|annuler|annule|stop|abandonner|quit|quitter|forget it|laisse tomber|laissez tomber"),
        new(Verb.Drop, Contact, Nothing, ""),
        new(Verb.Later, Contact, Nothing, "later|plus tard|pause|not now|pas maintenant|demain|tomorrow"),
        new(Verb.Continue, Contact, Nothing, "continue|continuer|reprendre|go on|poursuivre|reprendre la déclaration"),
        new(Verb.StartOver, Contact, Nothing, "start over|recommencer|restart|repartir de zéro|tout recommencer"),
        new(Verb.Correct, Contact, Text, "correct|corriger|change|changer|modifier|modify|edit|fix|rectifier"),
        new(Verb.Review, Contact, Nothing, "summary|résumé|récapitulatif|récapituler|review"),
        new(Verb.More, Contact, Nothing, "more details|plus de détails|ajouter des détails|add details|compléter"),
        new(Verb.Form, Contact, Nothing, "form|formulaire|fill in the form|remplir le formulaire"),
        new(Verb.Say, Contact, Nothing, ""),
        new(Verb.Append, Contact, Nothing, ""),
        new(Verb.Join, Contact, Nothing, ""),
        new(Verb.Anyway, Contact, Nothing, "declare anyway|déclarer quand même|anyway|quand même"),
        new(Verb.Send, Contact, Nothing, "send|envoyer|submit|valider|send it|c'est parti"),

        new(Verb.Queue, Staff, Nothing, "queue|file|file d'attente|tickets|open tickets|tickets ouverts|all tickets|tous les tickets|list|liste|backlog"),
        new(Verb.Mine, Staff, Nothing, "mine|mes tickets|my tickets|my queue|ma file|à moi"),
        new(Verb.Unacknowledged, Staff, Nothing, "unacknowledged|non pris en charge|à prendre en charge|to acknowledge|non acquittés|nouveaux tickets|new tickets"),
        new(Verb.Acknowledge, Staff, TicketAndText, "ack|acknowledge|prendre|prendre en charge|prends en charge|je prends|accuser réception|acquitter|take|i take|take it"),
        new(Verb.Assign, Staff, TicketAndText, "assign|affecter|assigner|attribuer|hand over|passer la main"),
        new(Verb.Ask, Staff, TicketAndWords, "ask|demander|hold|mettre en attente|attente|ask for information|demander des informations|question"),
        new(Verb.Answer, Staff, TicketAndWords, "answer|répondre|reply|reply to|répondre à|comment|commenter"),
        new(Verb.Note, Staff, TicketAndWords, "note|noter|internal note|note interne"),
        new(Verb.Requalify, Staff, TicketAndText, "requalify|requalifier|priority|priorité|prioritise|reprioritise|decide|trancher"),
        new(Verb.Resolve, Staff, TicketAndText, "resolve|résoudre|résolu|resolved|solve"),
        new(Verb.Resume, Staff, TicketAndText, "resume|reprendre|reprise"),
        new(Verb.OutOfScope, Staff, TicketAndText, "out of scope|hors périmètre|out-of-scope"),
        new(Verb.Call, Staff, TicketAndText, "call|call received|appel|appel reçu|enregistrer un appel|record a call"),
        new(Verb.OnCall, Staff, Nothing, "on call|oncall|who is on call|who's on call|astreinte|qui est d'astreinte|d'astreinte"),

        // An engineer may confirm for the client who did so on the phone (E40).
        new(Verb.Confirm, Staff, Ticket, "confirm|confirmer|confirmed|confirmé|confirmer la résolution"),
        new(Verb.Disputes, Supervisor, Nothing, "disputes|litiges|désaccords|to decide|à trancher|priorities to decide"),
        new(Verb.Breaches, Supervisor, Nothing, "breaches|échéances manquées|manquées|missed|missed deadlines|retards|overdue"),
    ];

    private static readonly FrozenDictionary<Verb, Command[]> ByVerb =
        Commands.GroupBy(command => command.Verb).ToFrozenDictionary(same => same.Key, same => same.ToArray());

    /// <summary>The command as this person has it; null when it is not theirs.</summary>
    public static Command? Of(Verb verb, Audience who) =>
        ByVerb.TryGetValue(verb, out var commands) ? commands.FirstOrDefault(command => command.For.HasFlag(who)) : null;
}

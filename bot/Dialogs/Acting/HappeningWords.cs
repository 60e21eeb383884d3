using ChatSupport.Bot.Language;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Tickets;
using ChatSupport.Desk.Tickets.Paging;
using ChatSupport.Desk.Tickets.Publishing;

namespace ChatSupport.Bot.Dialogs.Acting;

/// <summary>One line of a timeline: when, who, and what happened.</summary>
internal static class HappeningWords
{
    /// <param name="nameOf">How a directory id is called.</param>
    public static Sentence Of(Happening happening, Func<string, string> nameOf) =>
        BotText.Say("TicketDialog.Line", happening.At, nameOf(happening.By), What(happening.What, nameOf));

    public static Sentence What(TicketEvent what, Func<string, string> nameOf) => what switch
    {
        Declared declared => Event("Declared", declared.Declaration.Title),
        Called called => Event("Called", called.ReceivedAt),
        CallSettled settled => Event("CallSettled", settled.ReceivedAt),
        CallWithdrawn => Event("CallWithdrawn"),
        OnTheLine { Engineer: { } engineer } => Event("RingingFor", nameOf(engineer)),
        OnTheLine { Step: LineStep.HungUp } => Event("HungUp"),
        OnTheLine => Event("OnTheLine"),
        TicketQuoted(var number) => Event("TicketQuoted", number),
        VoicemailLeft { Reason: { } reason } left => Event("VoicemailAttached", left.Seconds, reason),
        VoicemailLeft { Seconds: var seconds } => Event("VoicemailLeft", seconds),
        VoicemailErased => Event("VoicemailErased"),
        Transcribed { Missing: [] } heard => Event("Transcribed", heard.Text),
        Transcribed heard => Event("TranscribedInPart", heard.Text, heard.Missing.Select(key => IncidentForm.Form.Find(key)!.Label)),
        ModelConfirmed => Event("ModelConfirmed"),
        PageSent { To: [] } page => Event("PageToNobody", page.Level),
        PageSent page => Event("PageSent", string.Join(", ", page.To.Select(nameOf)), page.Round, page.Attempt),
        PageAnswered(var engineer, _, var outcome, _) => Event("PageAnswered", nameOf(engineer), outcome),
        PagingEnded(var rounds) => Event("PagingEnded", rounds),
        Acknowledged(var comment) => Event("Acknowledged", comment),
        Answered(var text) => Event("Answered", text),
        Replied(var text) => Event("Replied", text),
        Amended(_, var text) => Event("Amended", text),
        Noted(var text) => Event("Noted", text),
        Attached { Name: var name } => Event("Attached", name),
        Assigned(var to) => Event("Assigned", nameOf(to)),
        Held(var question) => Event("Held", question),
        Resumed { Comment: { } comment } => Event("ResumedSaying", comment),
        Resumed => Event("Resumed"),
        PriorityProposed(var priority, var reason) => Event("PriorityProposed", priority, reason),
        PriorityDecided(var priority, var reason, _) => Event("PriorityDecided", priority, reason),
        Resolved(var fix, var comment) => Event("Resolved", fix, comment),
        Contested(var reason) => Event("Contested", reason),
        Closed { Comment: { } comment } closed => Event("ClosedSaying", closed.Cause, comment),
        Closed closed => Event("Closed", closed.Cause),
        Warned(var percent) => Event("Warned", percent),
        SoftTargetPassed => Event("SoftTargetPassed"),
        ResponseMissed => Event("ResponseMissed"),
        Reminded(var closes) => Event("Reminded", closes),
        Undelivered { Instead: { } instead } lost => Event("UndeliveredThen", lost.Way, nameOf(lost.Person), lost.Why, instead),
        Undelivered lost => Event("Undelivered", lost.Way, nameOf(lost.Person), lost.Why),
        Published published => Event("Published", published.Title, published.Sentence),
        Unpublished { Resolved: true } over => Event("PublicationOver", over.Title),
        Unpublished over => Event("Unpublished", over.Title),
        Followed { Ticket: { } ticket } followed => Event("FollowedBy", nameOf(followed.Contact), ticket),
        Followed followed => Event("Followed", nameOf(followed.Contact)),
        Grouped(var wave) => Event("Grouped", wave),
        Unlinked { Resolved: true } over => Event("KnownResolved", over.Title),
        Unlinked over => Event("KnownWithdrawn", over.Title),
        Linked linked => Event("Linked", linked.Title, linked.Sentence),
        _ => Event("Other"),
    };

    private static Sentence Event(string name, params ReadOnlySpan<object?> with) => BotText.Say($"TicketDialog.Event.{name}", with);
}

using ChatSupport.Desk.Language;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using ChatSupport.Desk.Tickets.Paging;
using ChatSupport.Voice.Carrier;
using ChatSupport.Voice.Language;

namespace ChatSupport.Voice.Paging;

/// <summary>Short messages: a page to an engineer, a confirmation to a client who wants one. Nothing of the content goes out this way.</summary>
internal sealed class SmsWay(TwilioClient twilio, VoiceUrls urls) : IWay
{
    public Way Way => Way.Sms;

    public async Task<Sending> Send(Message message, CancellationToken stop) => message.To.Phones.FirstOrDefault(Telephone.MayReadTexts) is { } phone
        ? await twilio.Text(phone, Words(message).In(message.To.Tongue), stop)
        : new Sending.Refused("no-mobile");

    private Sentence Words(Message message)
    {
        var (ticket, page) = (message.Ticket, $"{urls.Portal}/tickets/{message.Ticket.Reference}");
        return message.About.What switch
        {
            PageSent => VoiceText.Say(
                "Sms.Page", ticket.Reference, ticket.Priority, ticket.Plan, message.Directory.NameOf(ticket.Client), ticket.Clock.DueAt, page),
            Called or CallSettled when ticket.Clock.DueAt is { } due =>
                VoiceText.Say(ticket.IsConfirmedByModel ? "Sms.Due" : "Sms.DueToConfirm", ticket.Reference, due, page),
            Declared => Declaration(message, page),
            Acknowledged => VoiceText.Say("Sms.Taken", ticket.Reference, message.Directory.NameOf(message.About.By), page),
            _ => VoiceText.Say("Sms.News", ticket.Reference, page),
        };
    }

    private static Sentence Declaration(Message message, string page) => message switch
    {
        { Ticket: { Clock.DueAt: { } due } ticket } => VoiceText.Say("Sms.DeclaredDue", ticket.Reference, due, page),
        { Ticket: { Clock.StartedAt: null } ticket, Directory.Places.Phone: { } phone } => VoiceText.Say("Sms.DeclaredCall", ticket.Reference, phone),
        _ => VoiceText.Say("Sms.Declared", message.Ticket.Reference, page),
    };
}

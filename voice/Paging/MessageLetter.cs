using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Voice.Carrier;
using NodaTime;

namespace ChatSupport.Voice.Paging;

/// <summary>Calls the person on call about a message of nobody knows whom (E13), then the next, once each, unless somebody sees to it.</summary>
internal sealed class MessageLetter(TwilioClient twilio, VoiceUrls urls, Store store, LiveDirectory directory) : ILetter
{
    private const string Name = "Phone.Message";

    /// <summary>How long the first person has before the next is called.</summary>
    private static readonly Duration Wait = Duration.FromMinutes(3);

    public string Notice => Name;

    /// <param name="at">By the desk's clock, which says who is on call.</param>
    /// <param name="now">By the real one, which the outbox waits by.</param>
    public static async ValueTask Enqueue(Session session, string message, Rota rota, Instant at, Instant now)
    {
        foreach (var (place, engineer) in Engineers(rota, at).Index())
            await session.Enqueue(new OutboxRow(
                LaneOf(message, engineer.Id), Tray.Pages, nameof(Way.Phone), engineer.Id, TicketId: null, Name, message, now + (Wait * place), at));
    }

    /// <summary>Whoever comes next is called at once instead of in a while.</summary>
    public static async ValueTask PassOn(Session session, string message, Rota rota, Instant at, Instant now)
    {
        foreach (var engineer in Engineers(rota, at))
            await session.Hasten(LaneOf(message, engineer.Id), now);
    }

    public async Task<Sending> Send(OutboxRow row, CancellationToken stop)
    {
        if (await store.Ask(reader => reader.LoadVoicemail(row.Arguments), stop) is not { HandledBy: null, Ticket: null })
            return new Sending.Dropped("moved-on");
        return directory.Current.Engineer(row.Recipient) is { Phones: [var phone, ..] }
            ? await twilio.Call(phone, urls.Of(new PageCall(PageAbout.Message, row.Arguments, row.Recipient)), stop)
            : new Sending.Refused("no-number");
    }

    private static string LaneOf(string message, string engineer) => $"page:message:{message}:{engineer}";

    private static IEnumerable<Engineer> Engineers(Rota rota, Instant at) =>
        new[] { rota.OnCall(at), rota.NextOnCall(at) }.Distinct().Where(engineer => engineer.Phones.Count > 0);
}

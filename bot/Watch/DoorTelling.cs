using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using NodaTime;

namespace ChatSupport.Bot.Watch;

/// <summary>
/// Says that nothing gets through by a way, or that it does again: in the desk's channels, and by mail to the supervisors and to whoever is
/// on call. Word of a failing way does not go by that way, behind whatever waits there.
/// </summary>
internal sealed class DoorTelling(LiveDirectory directory, DeskClock clock, IReadOnlySet<Way> ways, IEnumerable<IDeskChannel> channels)
{
    /// <param name="over">When it got through again; null while it does not.</param>
    public async ValueTask Tell(Session session, DoorTrouble trouble, Instant? over)
    {
        foreach (var channel in channels.Where(channel => IsFree(channel.Way)))
            if (channel.Saying(DoorLetter.Say("Body", trouble, over), clock.Now) is { } message)
                await session.Enqueue(message);
        if (ways.Contains(Way.Mail) && IsFree(Way.Mail))
            foreach (var person in People())
                await session.Enqueue(LetterTo(person, trouble, over));

        bool IsFree(Way way) => over is not null || trouble.IsInward || way != trouble.Way;
    }

    private IEnumerable<Engineer> People() => directory.Current.Supervisors
        .Append(directory.Current.Rota.OnCall(clock.Now))
        .DistinctBy(person => person.Id)
        .Where(person => person.Email is not null);

    private OutboxRow LetterTo(Engineer person, DoorTrouble trouble, Instant? over) => new(
        Notice.LaneOf(Way.Mail, person.Id), Tray.Pages, nameof(Way.Mail), person.Id, TicketId: null, DoorLetter.Name,
        DoorLetter.Write(trouble, over), NotBefore: NodaConstants.UnixEpoch, CreatedAt: clock.Now);
}

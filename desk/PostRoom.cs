using System.Globalization;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Desk;

/// <summary>
/// The desk's post room: messages are claimed, opened, sent and recorded here. Instants that it is given are the real clock's, since
/// wires are waited for by that one; what is written into a timeline is dated by the desk's.
/// </summary>
public sealed class PostRoom(Store store, LiveDirectory directory, DeskClock clock, IReadOnlySet<Way> ways)
{
    /// <summary>Claims messages for whoever asks; unless recorded before <paramref name="until"/> they are given to the next who does.</summary>
    /// <param name="places">How many of a tray at most.</param>
    public Task<IReadOnlyList<ClaimedMessage>> Claim(Instant now, Instant until, Func<Tray, int> places, CancellationToken stop = default) =>
        store.Write(session => session.ClaimMessages(now, until, places), stop);

    /// <summary>Gives up every claim of this instance: others may send what it has not.</summary>
    public async Task Release()
    {
        await store.Write(session => session.ReleaseClaims(store.Instance));
        store.Tell(Store.Anything);
    }

    /// <summary>When there is something to claim next for this instance in some trays; null when nothing waits in them.</summary>
    public Task<Instant?> NextClaim(Func<Tray, bool> among, CancellationToken stop = default) => store.Ask(reader => reader.NextClaim(store.Instance, among), stop);

    /// <summary>Sends a message if it is still worth saying to somebody who is still there.</summary>
    public async Task<Sending> Send(ClaimedMessage claimed, IWay way, CancellationToken stop)
    {
        var (to, ticket, about) = await Open(claimed.Message, stop);
        if (!Notice.StillHolds(about.What, ticket))
            return new Sending.Dropped("moved-on");
        if (to is not { } person || person is Contact { Active: false })
            return new Sending.Refused("left-the-directory");
        if (!Actor.Of(person).MaySee(ticket) && !Notice.IsForFollowers(claimed.Message.Notice))
            return new Sending.Refused("not-theirs");
        return await way.Send(new Message(claimed.Id, person, ticket, about, directory.Current), stop);
    }

    /// <summary>Records what came of it. A retry says after how long.</summary>
    /// <returns>False when the claim had expired and another took over.</returns>
    public Task<bool> Record(ClaimedMessage claimed, Sending sending, Instant at) => store.Write(session => sending switch
    {
        Sending.Sent sent => session.Sent(claimed, at, sent.VendorId),
        Sending.Retry retry => session.RetryAt(claimed, at + retry.After!.Value, retry.Why),
        Sending.Refused refused => Refuse(session, claimed, refused.Why, at),
        Sending.Dropped dropped => session.Drop(claimed, at, dropped.Why),
        _ => throw new ArgumentOutOfRangeException(nameof(sending)),
    });

    /// <summary>To whom, in the language that they chose; about what.</summary>
    private async Task<(Person? To, Ticket Ticket, Happening About)> Open(OutboxRow row, CancellationToken stop)
    {
        var to = directory.Current.Person(row.Recipient);
        var (id, seq) = (row.TicketId!.Value, int.Parse(row.Arguments, CultureInfo.InvariantCulture));
        var (ticket, about, tongue) = await store.Ask(
            reader => reader.LoadTicket(id), reader => reader.Event(id, seq), reader => to is null ? default : reader.LanguageOf(to), stop);
        return (to is null ? null : to with { Tongue = tongue }, ticket!.ToTicket(), about!.ToHappening());
    }

    /// <summary>What will never arrive stands on the ticket for the desk to see, and goes another way if there is one.</summary>
    private async ValueTask<bool> Refuse(Session session, ClaimedMessage claimed, string why, Instant at)
    {
        if (!await session.Refused(claimed, at, why))
            return false;
        if (claimed.Message is { TicketId: { } id } row && IsWorthTelling(row))
        {
            var ledger = new Ledger(session, directory.Current, ways);
            var ticket = await ledger.CatchUp((await ledger.Load(id))!, clock.Now);
            var instead = await Instead(session, row, ticket);
            await ledger.Add(ticket, [new Undelivered(Enum.Parse<Way>(row.Way), row.Recipient, why, instead?.Way)], Actor.Desk, Door.Desk, clock.Now);
            if (instead is var (way, lane, recipient))
                await session.Enqueue(row with
                {
                    Tray = row.Tray == Tray.Pages ? Tray.Pages : way.TrayOf(),
                    Way = way.ToString(),
                    Lane = lane,
                    Recipient = recipient,
                    NotBefore = NodaConstants.UnixEpoch,
                });
        }
        return true;
    }

    /// <summary>
    /// That somebody could not be told of an undelivered message is not told on: it would never end. Where a card cannot stand, nothing can
    /// be told under it either, and the card says so for both; and a copy says nothing that was not told otherwise.
    /// </summary>
    private static bool IsWorthTelling(OutboxRow row) =>
        row.Notice is not nameof(Undelivered) && row.Notice != Place.CopiesOf(Enum.Parse<Way>(row.Way)) && (row.Arguments.Length == 0 || PlaceOf(row) is null);

    /// <summary>For a place, the next best place; for a person, the next best way.</summary>
    private async ValueTask<(Way Way, string Lane, string Recipient)?> Instead(Session session, OutboxRow row, Ticket ticket)
    {
        if (Notice.IsForFollowers(row.Notice))
            return null;
        if (PlaceOf(row) is { } place)
            return place.Instead(ticket, directory.Current, await session.LinkedIdentities(ticket.Contact)) is { } other
                ? (other.Way, other.Lane, other.ToString())
                : null;
        return directory.Current.Person(row.Recipient) is { } person
            && Reach.Instead(Enum.Parse<Way>(row.Way), await session.AsReachable(person, directory.Current), ways) is { } way
            ? (way, Notice.LaneOf(way, row.Recipient), row.Recipient)
            : null;
    }

    private static Place? PlaceOf(OutboxRow row) => Place.Parse(Enum.Parse<Way>(row.Way), row.Recipient);
}

using ChatSupport.Bot.Dialogs.Cards;
using ChatSupport.Desk;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Following;

/// <summary>Keeps the notice of a wave true in the desk's channel.</summary>
internal sealed class WavePoster(IBoard board, Store store) : ILetter
{
    public string Notice => Place.WaveOf(board.Way);

    public async Task<Sending> Send(OutboxRow row, CancellationToken stop)
    {
        var place = Place.Parse(board.Way, row.Recipient)!;
        var (first, wave, size, posted) = await store.Read(async reader =>
        {
            var wave = (await reader.WaveOf(row.TicketId!.Value))!;
            return (
                (await reader.LoadTicket(wave.TicketId))!.ToTicket(), wave, await reader.SizeOf(wave),
                await reader.Posts(wave.TicketId, row.Way, WaveTable.Posts, WaveTable.Seq));
        }, stop);
        var shown = new Shown(first, tongue => WaveNotice.Of(wave, size, tongue));
        return await board.Keep(store, place, shown, posted, WaveTable.Posts, WaveTable.Seq, stop);
    }
}

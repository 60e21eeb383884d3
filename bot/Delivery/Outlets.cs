using System.Collections.Frozen;
using ChatSupport.Desk;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Delivery;

/// <summary>Where a claimed message goes out: a letter to its writer, anything else by its way.</summary>
internal sealed class Outlets(PostRoom room, IEnumerable<IWay> ways, IEnumerable<ILetter> letters)
{
    private readonly FrozenDictionary<string, IWay> ways = ways.ToFrozenDictionary(way => way.Way.ToString());
    private readonly FrozenDictionary<string, ILetter> letters = letters.ToFrozenDictionary(letter => letter.Notice);

    public async Task<Sending> Send(ClaimedMessage claimed, CancellationToken stop)
    {
        if (letters.TryGetValue(claimed.Message.Notice, out var letter))
            return await letter.Send(claimed.Message, stop);
        // Somebody has to mend the configuration, and what waits for that is not lost.
        return ways.TryGetValue(claimed.Message.Way, out var way) ? await room.Send(claimed, way, stop) : new Sending.Retry("way-off");
    }
}

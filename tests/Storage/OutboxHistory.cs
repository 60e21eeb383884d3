using ChatSupport.Desk.Storage;
using static ChatSupport.Tests.Storage.Rows;

namespace ChatSupport.Tests.Storage;

/// <summary>Plays a history on an outbox, a minute a step, beside a model: lanes as lists of notices not yet settled.</summary>
internal sealed class OutboxHistory(TemporaryStore desk)
{
    private const int ClaimMinutes = 2;

    private readonly Dictionary<string, List<string>> lanes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (ClaimedMessage Message, int Until)> held = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> readyAt = new(StringComparer.Ordinal);
    private int minute;
    private int enqueued;

    public async Task Play(int step, string lane)
    {
        minute++;
        switch (step)
        {
            case 0 or 1:
                await Enqueue(lane);
                break;
            case 2:
                await Claim();
                break;
            case 3 when held.TryGetValue(lane, out var claim):
                await Settle(lane, claim, session => session.Sent(claim.Message, After(minute), vendorId: null));
                break;
            case 4 when held.TryGetValue(lane, out var claim):
                await Settle(lane, claim, session => session.Refused(claim.Message, After(minute), "gone"));
                break;
            case 5 when held.Remove(lane, out var claim):
                Assert.True(await desk.Write(session => session.RetryAt(claim.Message, After(minute + 3), "later")));
                readyAt[lane] = minute + 3;
                break;
        }
    }

    public async Task Finish()
    {
        for (minute += 5; lanes.Values.Any(lane => lane.Count > 0); minute += 5)
        {
            await Claim();
            foreach (var (lane, claim) in held.ToList())
                await Settle(lane, claim, session => session.Sent(claim.Message, After(minute), vendorId: null));
        }

        Assert.Null(await desk.Read(reader => reader.OldestUndelivered()));
    }

    private async Task Enqueue(string lane)
    {
        var message = Message(lane, $"{enqueued++}", minute: minute);
        await desk.Enqueue(message);
        if (!lanes.TryGetValue(lane, out var waiting))
            lanes[lane] = waiting = [];
        waiting.Add(message.Notice);
    }

    private async Task Claim()
    {
        var expected = lanes.Where(lane => lane.Value.Count > 0 && ReadyAt(lane.Key) <= minute).Select(lane => lane.Value[0]);

        var claimed = await desk.Claim(minute);

        Assert.Equal(expected.Order(StringComparer.Ordinal), claimed.Notices().Order(StringComparer.Ordinal));
        foreach (var message in claimed)
            held[message.Message.Lane] = (message, minute + ClaimMinutes);
    }

    private async Task Settle(string lane, (ClaimedMessage Message, int Until) claim, Func<Session, ValueTask<bool>> settle)
    {
        Assert.True(await desk.Write(settle));
        Assert.Equal(lanes[lane][0], claim.Message.Message.Notice);
        lanes[lane].RemoveAt(0);
        held.Remove(lane);
        readyAt.Remove(lane);
    }

    private int ReadyAt(string lane) => held.TryGetValue(lane, out var claim) ? claim.Until : readyAt.GetValueOrDefault(lane);
}

using System.Collections.Concurrent;
using ChatSupport.Desk.Storage;
using CsCheck;
using static ChatSupport.Tests.Storage.Rows;

namespace ChatSupport.Tests.Storage;

public sealed class PumpsTests
{
    [Fact]
    public async Task Several_pumps_send_everything_once_and_in_the_order_of_each_lane()
    {
        await using var desk = await TemporaryStore.Open();
        await desk.Enqueue([.. Enumerable.Range(0, 400).Select(n => Message($"lane-{n % 20}", $"{n}"))]);
        var sent = new ConcurrentQueue<ClaimedMessage>();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (sent.Count < 400)
            {
                foreach (var message in await desk.Claim(minute: 0, limit: 7))
                {
                    sent.Enqueue(message);
                    Assert.True(await desk.Write(session => session.Sent(message, After(0), vendorId: null)));
                }
            }
        })));

        Assert.Equal(400, sent.Select(message => message.Id).Distinct().Count());
        Assert.All(sent.GroupBy(message => message.Message.Lane), lane => Assert.Equal(lane.Order(ById), lane));
    }

    /// <summary>Whatever happens to messages, in whatever order, a lane never has two in the air and never overtakes itself.</summary>
    [Fact]
    public async Task No_history_of_claims_retries_and_losses_breaks_the_order_of_a_lane() =>
        await Gen.Select(Gen.Int[0, 5], Gen.Int[0, 2], (step, lane) => (step, lane)).List[1, 60].SampleAsync(
            async script =>
            {
                await using var desk = await TemporaryStore.Open();
                var history = new OutboxHistory(desk);
                foreach (var (step, lane) in script)
                    await history.Play(step, $"lane-{lane}");
                await history.Finish();
            },
            iter: 25,
            threads: 1);

    private static readonly Comparer<ClaimedMessage> ById = Comparer<ClaimedMessage>.Create((one, other) => one.Id.CompareTo(other.Id));
}

using ChatSupport.Bot.Sharing;
using ChatSupport.Bot.Wire;
using ChatSupport.Tests.Delivery;
using ChatSupport.Tests.Driver;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace ChatSupport.Tests.Sharing;

/// <summary>What a vendor grants, or a caller has left, is counted by all instances together while there is a Redis.</summary>
public sealed class SharedBudgetsTests : IAsyncLifetime
{
    private static readonly Budget ThreeAnHour = new("chat.postMessage T1", Duration.FromMinutes(20), 3);
    private static readonly Budget Plenty = new("C1", Duration.FromMilliseconds(1), 1000);

    private readonly List<SharedMemory> memories = [];
    private RedisServer redis = null!;

    public async ValueTask InitializeAsync() => redis = await RedisServer.Start();

    public async ValueTask DisposeAsync()
    {
        memories.ForEach(memory => memory.Dispose());
        await redis.DisposeAsync();
    }

    [Fact]
    public async Task Instances_take_from_one_budget()
    {
        var (here, there) = (await Instance(), await Instance());
        foreach (var instance in new[] { here, there, here })
            Assert.Equal(Duration.Zero, await instance.Take(Duration.Zero, ThreeAnHour, Plenty));

        var wait = await there.Take(Duration.Zero, ThreeAnHour, Plenty);

        Assert.InRange(wait, Duration.FromMinutes(19), Duration.FromMinutes(20));
        Assert.Equal(Duration.Zero, await there.Take(Duration.Zero, Plenty));
    }

    [Fact]
    public async Task What_is_not_granted_is_not_taken_and_who_has_the_patience_takes_the_next_share()
    {
        var (here, there) = (await Instance(), await Instance());
        for (var share = 0; share < 3; share++)
            await here.Take(Duration.Zero, ThreeAnHour);
        for (var impatient = 0; impatient < 5; impatient++)
            Assert.InRange(await there.Take(Duration.Zero, ThreeAnHour), Duration.FromMinutes(19), Duration.FromMinutes(20));

        Assert.InRange(await here.Take(Duration.FromHours(1), ThreeAnHour), Duration.FromMinutes(19), Duration.FromMinutes(20));
        Assert.InRange(await there.Take(Duration.FromHours(1), ThreeAnHour), Duration.FromMinutes(39), Duration.FromMinutes(40));
    }

    [Fact]
    public async Task What_a_vendor_told_one_instance_the_others_heed()
    {
        var (here, there) = (await Instance(), await Instance());

        await here.Hold(ThreeAnHour, Duration.FromMinutes(7));

        Assert.InRange(await there.Take(Duration.Zero, ThreeAnHour), Duration.FromMinutes(6), Duration.FromMinutes(7));
    }

    [Fact]
    public async Task Without_Redis_each_instance_has_its_own()
    {
        var (here, there) = (await Instance(), await Instance());
        await redis.Dies();

        for (var share = 0; share < 3; share++)
            foreach (var instance in new[] { here, there })
                Assert.Equal(Duration.Zero, await instance.Take(Duration.Zero, ThreeAnHour));

        Assert.NotEqual(Duration.Zero, await here.Take(Duration.Zero, ThreeAnHour));
        await redis.Rises();
    }

    private async Task<Budgets> Instance()
    {
        var memory = new SharedMemory(redis.Address, TimeProvider.System, NullLogger<SharedMemory>.Instance);
        memories.Add(memory);
        await memory.StartAsync(TestContext.Current.CancellationToken);
        await Eventually.Holds(() => memory.IsThere);
        return new Budgets(TimeProvider.System, memory);
    }
}

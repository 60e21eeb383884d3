using ChatSupport.Desk.Storage;
using NodaTime;
using static ChatSupport.Tests.Storage.Rows;

namespace ChatSupport.Tests.Storage;

public sealed class DeliveryTests
{
    private static readonly DeliveryKey Key = new("slack:T024BE7LD", "Ev0PV52K25");

    [Fact]
    public async Task A_repeat_is_told_what_the_first_one_was_answered()
    {
        await using var desk = await TemporaryStore.Open();
        await desk.Write(async session =>
        {
            Assert.Null(await session.TryDeliver(Key, "hash", Monday));
            await session.Remember(Key, """{"reference":"INC-000001"}""");
        });

        var earlier = await desk.Write(session => session.TryDeliver(Key, "another hash", After(5)));

        Assert.Equal(new Desk.Storage.Delivery("hash", """{"reference":"INC-000001"}"""), earlier);
    }

    [Fact]
    public async Task The_same_id_in_another_scope_is_another_delivery()
    {
        await using var desk = await TemporaryStore.Open();
        await desk.Write(session => session.TryDeliver(Key, "hash", Monday));

        Assert.Null(await desk.Write(session => session.TryDeliver(Key with { Scope = "slack:T999" }, "hash", Monday)));
        Assert.Null(await desk.Write(session => session.TryDeliver(Key with { Id = "Ev1" }, "hash", Monday)));
    }

    [Fact]
    public async Task Of_many_repeats_at_once_one_alone_has_an_effect()
    {
        await using var desk = await TemporaryStore.Open();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => desk.Write(async session =>
        {
            if (await session.TryDeliver(Key, "hash", Monday) is { } earlier)
                return earlier.Outcome;
            var reference = await session.Declare();
            await session.Remember(Key, reference);
            return reference;
        })));

        Assert.All(answers, answer => Assert.Equal("INC-000001", answer));
        Assert.Equal(1, desk.Ask<long>("SELECT COUNT(*) FROM tickets"));
    }

    [Fact]
    public async Task A_delivery_whose_command_failed_was_never_delivered()
    {
        await using var desk = await TemporaryStore.Open();

        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.Write(async session =>
        {
            await session.TryDeliver(Key, "hash", Monday);
            throw new InvalidOperationException();
        }));

        Assert.Null(await desk.Write(session => session.TryDeliver(Key, "hash", Monday)));
    }

    [Fact]
    public async Task After_seven_days_deliveries_are_forgotten_a_few_at_a_time()
    {
        await using var desk = await TemporaryStore.Open();
        await desk.Write(async session =>
        {
            for (var day = 0; day < 10; day++)
                await session.TryDeliver(Key with { Id = $"Ev{day}" }, "hash", Monday + Duration.FromDays(day));
        });
        var aWeekAgo = Monday + Duration.FromDays(3);

        Assert.Equal(2, await desk.Write(session => session.ForgetDeliveries(aWeekAgo, limit: 2)));
        Assert.Equal(1, await desk.Write(session => session.ForgetDeliveries(aWeekAgo, limit: 2)));
        Assert.Equal(0, await desk.Write(session => session.ForgetDeliveries(aWeekAgo, limit: 2)));

        Assert.Null(await desk.Write(session => session.TryDeliver(Key with { Id = "Ev2" }, "hash", aWeekAgo)));
        Assert.NotNull(await desk.Write(session => session.TryDeliver(Key with { Id = "Ev3" }, "hash", aWeekAgo)));
    }
}

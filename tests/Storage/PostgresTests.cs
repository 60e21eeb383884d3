using ChatSupport.Desk.Language;
using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Delivery;
using ChatSupport.Tests.Driver;
using static ChatSupport.Tests.Storage.Rows;

namespace ChatSupport.Tests.Storage;

/// <summary>What only a shared store can show: several instances at once, and a server that goes away.</summary>
public sealed class PostgresTests : IAsyncDisposable
{
    private readonly List<Store> stores = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Instances_that_start_together_bring_the_schema_up_to_date_once()
    {
        var connection = await (await PostgresServer.Shared).NewEmptyDatabase();

        stores.AddRange(await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Store.Open(connection))));

        Assert.Equal(4, (await Task.WhenAll(stores.Select(store => store.Write(session => session.NextNumber("Incident"), Stop)))).Max());
    }

    [Fact]
    public async Task An_older_program_refuses_the_schema_of_a_newer_one()
    {
        var connection = await (await PostgresServer.Shared).NewDatabase();
        await PostgresServer.Ask<object?>(connection, "INSERT INTO schemaversions (scriptname, applied) VALUES ('0999-later.sql', '2030-01-01') RETURNING 1");

        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(() => Store.Open(connection));

        Assert.Equal("Storage.Newer", refusal.Sentence.Key);
        Assert.Contains("0999-later.sql", refusal.Sentence.In(Tongue.French), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_a_second_thing_is_sent_to_read_both_on_one_snapshot()
    {
        var (one, _) = await Two();

        Assert.Null(await one.Ask(reader => reader.LoadTicket("INC-000001"), Stop));
        await Assert.ThrowsAsync<InvalidOperationException>(() => one.Ask(
            async reader => (await reader.LoadTicket("INC-000001"), await reader.LoadTicket("INC-000002")), Stop));
    }

    [Fact]
    public async Task Who_says_how_something_stands_and_who_settles_in_the_same_lane_do_not_wait_for_each_other()
    {
        var (one, other) = await Two();
        var latest = Message("desk") with { TicketId = await one.Write(session => session.Place(Ticket(1)), Stop), Arguments = "" };
        await one.Write(async session =>
        {
            var first = await session.Send(Message("desk"));
            await session.EnqueueLatest(latest);
            return first;
        }, Stop);
        var claimed = Assert.Single(await one.Write(session => session.ClaimMessages(After(1), After(2), _ => 1), Stop));
        var (decided, settling) = (0, Task.FromResult(false));
        const string waits = "SELECT 'waits' FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' LIMIT 1";

        await other.Write(async session =>
        {
            Interlocked.Increment(ref decided);
            await session.EnqueueLatest(latest);
            // Whatever it holds, it holds while the other settles.
            await session.Setting("something");
            settling = one.Write(
                settles =>
                {
                    Interlocked.Increment(ref decided);
                    return settles.Sent(claimed, After(1), null);
                }, Stop);
            while (!settling.IsCompleted && await Said(session, waits) is null)
                await Task.Yield();
            return claimed.Id;
        }, Stop);

        Assert.True(await settling);
        Assert.Equal(2, decided);
    }

    [Fact]
    public async Task Things_that_are_asked_together_are_read_in_one_trip_on_one_snapshot()
    {
        var (one, _) = await Two();
        var reference = await one.Write(session => session.Declare(), Stop);

        var (ticket, isolation, another) = await one.Ask(
            reader => reader.LoadTicket(reference), reader => Said(reader, "SHOW transaction_isolation"), reader => reader.LoadTicket("another"), Stop);

        Assert.Equal((reference, "repeatable read", null), (ticket!.Reference, isolation, another));
    }

    [Fact]
    public async Task Of_those_that_are_asked_together_each_is_one_thing()
    {
        var (one, _) = await Two();

        await Assert.ThrowsAsync<InvalidOperationException>(() => one.Ask(
            reader => reader.LoadTicket(1), async reader => (await Said(reader, "SELECT 'one'"), await Said(reader, "SELECT 'another'")), Stop));
    }

    private static ValueTask<string?> Said(Reader reader, string sql) => reader.Prepare(sql).With().First(row => row.GetString(0));

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=desk;Username=desk")]
    [InlineData("Server=127.0.0.1;Port=1;Database=desk;Username=desk;Password=secret")]
    public async Task A_server_that_is_not_there_is_named_and_its_password_is_not(string connection)
    {
        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(() => Store.Open(connection));

        Assert.Equal("Storage.ServerRefuses", refusal.Sentence.Key);
        Assert.Contains("127.0.0.1:1/desk", refusal.Sentence.In(Tongue.English), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.Sentence.In(Tongue.English), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_duplicate_waits_for_the_first_and_is_told_what_that_was_answered()
    {
        var (one, other) = await Two();
        var key = new DeliveryKey("slack:T024BE7LD", "Ev0PV52K25");
        var inserted = new TaskCompletionSource();
        var answered = new TaskCompletionSource();
        var first = one.Write(async session =>
        {
            Assert.Null(await session.TryDeliver(key, "hash", Monday));
            inserted.SetResult();
            await answered.Task;
            await session.Remember(key, "INC-000001");
            return true;
        }, Stop);
        await inserted.Task;

        var repeat = other.Write(session => session.TryDeliver(key, "hash", Monday), Stop);
        Assert.False(repeat.IsCompleted);
        answered.SetResult();

        Assert.True(await first);
        Assert.Equal("INC-000001", (await repeat)!.Outcome);
    }

    [Fact]
    public async Task Pumps_of_several_instances_send_everything_once_and_no_lane_is_left_behind()
    {
        var (one, other) = await Two();
        var sent = new System.Collections.Concurrent.ConcurrentQueue<ClaimedMessage>();
        var enqueuing = Task.WhenAll(Enumerable.Range(0, 400).Select(n => (n % 2 == 0 ? one : other).Write(async session =>
        {
            await session.Enqueue(Message($"lane-{n % 7}", $"{n}"));
            return await session.Send(Message($"lane-{(n * 3) % 7}", $"{n}"));
        }, Stop)));

        await Task.WhenAll(new[] { one, other, one, other }.Select(store => Task.Run(async () =>
        {
            while (sent.Count < 800)
            {
                foreach (var message in await store.Write(session => session.ClaimMessages(After(0), After(2), _ => 7), Stop))
                {
                    sent.Enqueue(message);
                    Assert.True(await store.Write(session => session.Sent(message, After(0), vendorId: null), Stop));
                }
            }
        }, Stop)));

        await enqueuing;
        Assert.Equal(800, sent.Select(message => message.Id).Distinct().Count());
        Assert.Null(await one.Read(reader => reader.NextClaim(one.Instance, _ => true), Stop));
    }

    [Fact]
    public async Task What_an_instance_that_lives_is_sending_no_other_takes_however_far_apart_their_clocks_are()
    {
        var (one, other) = await Two();
        foreach (var store in new[] { one, other })
            await store.Write(async session => { await session.Beat("hash"); return true; }, Stop);
        await one.Write(session => session.Send(Message("lane")), Stop);
        await one.Write(session => session.ClaimMessages(After(0), After(2), _ => 1), Stop);

        Assert.Empty(await Claimed(other));
        Assert.Null(await other.Read(reader => reader.NextClaim(other.Instance, _ => true), Stop));
        Assert.Equal(After(2), await one.Read(reader => reader.NextClaim(one.Instance, _ => true), Stop));

        var gone = (await other.Read(reader => reader.Instances(), Stop)).Single(row => row.Name == one.Instance);
        Assert.True(await other.Write(session => session.Forget(gone), Stop));
        Assert.Equal(2, Assert.Single(await Claimed(other)).Attempt);

        static Task<IReadOnlyList<ClaimedMessage>> Claimed(Store store) => store.Write(session => session.ClaimMessages(After(60), After(62), _ => 1), Stop);
    }

    [Fact]
    public async Task Transactions_that_would_wait_for_each_other_for_ever_both_get_through()
    {
        var (one, other) = await Two();
        var first = await one.Write(session => session.Place(Ticket(1)), Stop);
        var second = await one.Write(session => session.Place(Ticket(2)), Stop);
        using var bothHoldOne = new Barrier(2);
        var tries = 0;

        await Task.WhenAll(Crossing(one, first, second), Crossing(other, second, first));

        Assert.InRange(tries, 3, 4);

        Task<bool> Crossing(Store store, long here, long there) => Task.Run(() => store.Write(async session =>
        {
            await session.HoldTicket(here);
            if (Interlocked.Increment(ref tries) <= 2)
                bothHoldOne.SignalAndWait(Stop);
            await session.HoldTicket(there);
            return true;
        }, Stop));
    }

    [Fact]
    public async Task What_one_instance_tells_the_others_hear_and_it_does_not_hear_itself()
    {
        var (one, other) = await Two();
        var heard = new TaskCompletionSource<string>();
        one.Heard += news => Assert.Equal(Store.Anything, news);
        other.Heard += news =>
        {
            if (news != Store.Anything)
                heard.TrySetResult(news);
        };

        // The other may only just be beginning to listen.
        await Eventually.Holds(() => heard.Task.IsCompleted, meanwhile: () => one.Tell("INC-000001"));

        Assert.Equal("INC-000001", await heard.Task);
    }

    [Fact]
    public async Task A_text_that_the_server_cannot_hold_is_kept_without_what_it_cannot_hold()
    {
        var (one, _) = await Two();

        await one.Write(async session =>
        {
            await session.Set("name", "a\0b\ud800c");
            return true;
        }, Stop);

        Assert.Equal("a\ufffdb\ufffdc", await one.Read(reader => reader.Setting("name"), Stop));
        Assert.Null(await one.Read(reader => reader.LoadTicket("INC-\0"), Stop));
    }

    /// <summary>The connection is cut just when the COMMIT has been done and its answer is on the way, or just before: nobody here can tell.</summary>
    [Fact]
    public async Task A_server_that_is_restarted_in_the_middle_of_everything_loses_nothing_that_was_answered_and_nothing_happens_twice()
    {
        using var server = await PostgresServer.Start();
        var connection = await server.NewDatabase();
        await using var store = await Store.Open(connection);
        var (done, doubts) = (0, 0);
        var callers = Enumerable.Range(0, 8).Select(caller => Task.Run(async () =>
        {
            var answered = new List<string>();
            while (Volatile.Read(ref done) == 0)
            {
                try
                {
                    answered.Add(await store.Write(session => session.Declare(), Stop));
                }
                catch (StoreUnavailableException unsure) when (unsure.Sentence.Key == "Storage.Uncertain")
                {
                    Interlocked.Increment(ref doubts);
                }
            }
            return answered;
        }, Stop)).ToList();

        for (var restart = 0; restart < 3; restart++)
        {
            await server.RestartImmediately();
            await store.Write(session => session.NextNumber("restart"), Stop);
        }
        Volatile.Write(ref done, 1);
        var references = (await Task.WhenAll(callers)).SelectMany(answered => answered).ToList();

        Assert.Equal(references.Count, references.Distinct(StringComparer.Ordinal).Count());
        var stored = await PostgresServer.Ask<long>(connection, "SELECT COUNT(*) FROM tickets");
        Assert.InRange(stored, references.Count, references.Count + doubts);
        Assert.Equal(stored, await PostgresServer.Ask<long>(connection, "SELECT last FROM counters WHERE kind = 'Incident'"));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in stores)
            await store.DisposeAsync();
    }

    private async Task<(Store One, Store Other)> Two()
    {
        var connection = await (await PostgresServer.Shared).NewDatabase();
        stores.AddRange([await Store.Open(connection), await Store.Open(connection)]);
        return (stores[0], stores[1]);
    }
}

using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Driver;
using static ChatSupport.Tests.Storage.Rows;

namespace ChatSupport.Tests.Storage;

public sealed class OutboxTests
{
    [Fact]
    public async Task A_claimed_message_is_the_one_that_was_enqueued()
    {
        await using var desk = await TemporaryStore.Open();
        var message = Message("slack:C1") with { TicketId = 42, Arguments = """{"title":"Réseau"}""", Tray = Tray.Pages };
        var id = await desk.Write(session => session.Send(message));

        var claimed = await desk.Claim(minute: 0);

        Assert.Equal([new ClaimedMessage(id, 1, message)], claimed);
    }

    [Fact]
    public async Task One_lane_goes_message_by_message_and_lanes_do_not_wait_for_each_other()
    {
        await using var desk = await TemporaryStore.Open();
        await desk.Enqueue(Message("a", "first"), Message("a", "second"), Message("b", "other"));

        var claimed = await desk.Claim(minute: 0);

        Assert.Equal(["first", "other"], claimed.Notices());
        Assert.Empty(await desk.Claim(minute: 0));
        Assert.True(await desk.Write(session => session.Sent(claimed[0], After(0), "ts-1")));
        Assert.Equal(["second"], (await desk.Claim(minute: 0)).Notices());
    }

    [Fact]
    public async Task A_message_that_waits_for_a_retry_holds_up_its_lane_alone()
    {
        await using var desk = await TemporaryStore.Open();
        await desk.Enqueue(Message("a", "first"), Message("a", "second"), Message("b", "other"));
        var first = (await desk.Claim(minute: 0, limit: 1))[0];

        Assert.True(await desk.Write(session => session.RetryAt(first, After(5), "429")));

        Assert.Equal(["other"], (await desk.Claim(minute: 4)).Notices());
        var again = Assert.Single(await desk.Claim(minute: 5));
        Assert.Equal(("first", 2), (again.Message.Notice, again.Attempt));
        Assert.Equal("429", desk.Ask<string>("SELECT why FROM outbox WHERE notice = 'first'"));
    }

    [Fact]
    public async Task A_refusal_for_good_lets_the_lane_go_on()
    {
        await using var desk = await TemporaryStore.Open();
        await desk.Enqueue(Message("a", "first"), Message("a", "second"), Message("a", "third"));

        var first = Assert.Single(await desk.Claim(minute: 0));
        Assert.True(await desk.Write(session => session.Refused(first, After(0), "channel_not_found")));
        var second = Assert.Single(await desk.Claim(minute: 0));
        Assert.True(await desk.Write(session => session.Drop(second, After(0), "already taken")));

        Assert.Equal(["third"], (await desk.Claim(minute: 0)).Notices());
        Assert.Equal("Refused,Dropped", desk.Ask<string>("SELECT string_agg(outcome, ',') FROM outbox"));
    }

    [Fact]
    public async Task Each_tray_has_places_of_its_own_and_pages_go_first()
    {
        await using var desk = await TemporaryStore.Open();
        await desk.Enqueue(
            [.. Enumerable.Range(0, 5).SelectMany(n => new[] { Message($"card-{n}", "card"), Message($"mail-{n}", "mail", Tray.Mail) }), Message("chat", "reply", Tray.Replies), Message("door", "link", Tray.Keys), Message("page:+33600000000", "page", Tray.Pages)]);

        Assert.Equal(["page", "card", "card", "reply", "mail", "mail", "link"], (await desk.Claim(minute: 0, limit: 2)).Notices());
    }

    [Fact]
    public async Task What_waits_in_a_tray_without_places_is_no_reason_to_look_again()
    {
        await using var desk = await TemporaryStore.Open();
        await desk.Enqueue(Message("a", tray: Tray.Mail), Message("b", tray: Tray.Replies, minute: 7));

        Assert.Equal(After(0), await desk.Read(reader => reader.NextClaim("us", _ => true)));
        Assert.Equal(After(7), await desk.Read(reader => reader.NextClaim("us", tray => tray != Tray.Mail)));
        Assert.Null(await desk.Read(reader => reader.NextClaim("us", tray => tray is Tray.Pages or Tray.Keys)));
    }

    [Fact]
    public async Task A_message_is_not_sent_before_its_time()
    {
        await using var desk = await TemporaryStore.Open();
        await desk.Enqueue(Message("a", "reminder", minute: 10), Message("a", "behind it"));

        Assert.Empty(await desk.Claim(minute: 9));
        Assert.Equal(["reminder"], (await desk.Claim(minute: 10)).Notices());
    }

    [Fact]
    public async Task A_claim_that_was_never_settled_is_given_to_whoever_asks_next()
    {
        await using var desk = await TemporaryStore.Open();
        await desk.Enqueue(Message("a"));
        var lost = Assert.Single(await desk.Claim(minute: 0));

        Assert.Empty(await desk.Claim(minute: 1));
        var rescued = Assert.Single(await desk.Claim(minute: 2));

        Assert.Equal((lost.Id, 2), (rescued.Id, rescued.Attempt));
    }

    [Fact]
    public async Task Who_lost_a_claim_can_no_longer_give_up_the_message_but_can_say_that_it_went_out()
    {
        await using var desk = await TemporaryStore.Open();
        await desk.Enqueue(Message("a"));
        var lost = Assert.Single(await desk.Claim(minute: 0));
        var rescued = Assert.Single(await desk.Claim(minute: 2));

        Assert.False(await desk.Write(session => session.RetryAt(lost, After(3), "slow")));
        Assert.False(await desk.Write(session => session.Refused(lost, After(3), "slow")));
        Assert.True(await desk.Write(session => session.Sent(lost, After(3), "ts-1")));
        Assert.False(await desk.Write(session => session.Sent(rescued, After(3), "ts-2")));

        Assert.Equal("ts-1", desk.Ask<string>("SELECT vendor_id FROM outbox"));
    }

    [Fact]
    [Trait(TestStore.Trait, TestStore.Embedded)]
    public async Task After_a_restart_what_was_claimed_is_ready_at_once_and_retries_keep_their_hour()
    {
        await using var desk = await TemporaryStore.Open();
        await desk.Enqueue(Message("a", "interrupted"), Message("b", "retried"));
        var claimed = await desk.Claim(minute: 0);
        await desk.Write(session => session.RetryAt(claimed[1], After(5), "429"));

        await desk.Reopen();

        Assert.Equal(["interrupted"], (await desk.Claim(minute: 0)).Notices());
        Assert.Equal(["retried"], (await desk.Claim(minute: 5)).Notices().Except(["interrupted"], StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_oldest_message_that_still_waits_is_known()
    {
        await using var desk = await TemporaryStore.Open();
        Assert.Null(await desk.Read(reader => reader.OldestUndelivered()));
        await desk.Enqueue(Message("a", minute: 1), Message("a", minute: 2), Message("b", minute: 3));

        Assert.Equal(After(1), await desk.Read(reader => reader.OldestUndelivered()));
        var first = (await desk.Claim(minute: 3))[0];
        await desk.Write(session => session.Sent(first, After(3), vendorId: null));
        Assert.Equal(After(2), await desk.Read(reader => reader.OldestUndelivered()));
    }

    [Fact]
    public async Task Ids_grow_and_none_is_given_twice()
    {
        await using var desk = await TemporaryStore.Open();
        var id = await desk.Write(session => session.Send(Message("a")));
        await desk.Close();
        desk.Run("DELETE FROM outbox");
        await desk.Reopen();

        Assert.Equal(id + 1, await desk.Write(session => session.Send(Message("a"))));
    }
}

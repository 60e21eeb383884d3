using ChatSupport.Bot.Delivery;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Tests.Delivery;

public sealed class PumpTests
{
    private readonly ScriptedWay mail = new();

    [Fact]
    public async Task A_commit_is_told_at_once_without_anybody_asking()
    {
        await using var stage = await Stage.Pumping(mail);
        var told = new TaskCompletionSource<Message>();
        mail.Script = (message, _) =>
        {
            told.TrySetResult(message);
            return Task.FromResult<Sending>(new Sending.Sent());
        };
        var ticket = await stage.Declares("paul.renard");
        var message = await told.Task.InTime();
        Assert.Equal((ticket.Reference, "paul.renard:Declared"), (message.Ticket.Reference, ScriptedWay.Said(message)));
    }

    [Fact]
    public async Task What_a_person_is_told_keeps_its_order_though_the_first_is_tried_again()
    {
        mail.FirstAnswers(new Sending.Retry("busy"), new Sending.Retry("busy"));
        await using var stage = await Stage.Pumping(mail);
        var ticket = await stage.Declares("paul.renard");
        await stage.Does(ticket, "nadia.benali", new Acknowledge("Nous regardons."));
        await stage.Does(ticket, "nadia.benali", new Hold("Depuis quand ?"));
        await stage.Drained();
        await stage.Later(TimeSpan.FromSeconds(5));
        await stage.Later(TimeSpan.FromSeconds(10));
        Assert.Equal(
            ["paul.renard:Declared", "paul.renard:Declared", "paul.renard:Declared", "paul.renard:Acknowledged", "paul.renard:Held"], mail.Told);
    }

    [Fact]
    public async Task Who_cannot_be_reached_does_not_hold_up_the_others()
    {
        mail.Script = (message, _) => Task.FromResult<Sending>(message.To.Id == "paul.renard" ? new Sending.Retry("busy") : new Sending.Sent());
        await using var stage = await Stage.Pumping(mail);
        await stage.Declares("paul.renard");
        await stage.Declares("ines.costa", ("requestedPriority", "P2"));
        await stage.Drained();
        Assert.Contains("ines.costa:Declared", mail.Told);
        Assert.Empty(stage.Log.Errors);
    }

    [Fact]
    public async Task A_vendor_who_asks_for_patience_gets_it()
    {
        mail.FirstAnswers(new Sending.Retry("slow down", Duration.FromMinutes(10)));
        await using var stage = await Stage.Pumping(mail);
        await stage.Declares("paul.renard");
        await stage.Drained();
        await stage.Later(TimeSpan.FromSeconds(599));
        Assert.Single(mail.Attempts);
        await stage.Later(TimeSpan.FromSeconds(1));
        Assert.Equal(2, mail.Attempts.Count);
    }

    [Fact]
    public async Task A_retry_happens_by_itself_when_its_time_has_come()
    {
        mail.FirstAnswers(new Sending.Retry("busy"));
        await using var stage = await Stage.Pumping(mail);
        await stage.Declares("paul.renard");
        await stage.Drained();
        await Eventually.Holds(() => mail.Attempts.Count >= 2, meanwhile: () => stage.Time.Advance(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Attempts_end_and_the_last_reason_is_the_one_that_stays()
    {
        mail.Script = (message, _) => Task.FromResult<Sending>(message.To.Id == "paul.renard" ? new Sending.Retry("busy") : new Sending.Sent());
        await using var stage = await Stage.Pumping(mail);
        var ticket = await stage.Declares("paul.renard");
        await stage.Drained();
        for (var hour = 0; hour < 24; hour++)
            await stage.Later(TimeSpan.FromHours(1));
        Assert.Equal(20, mail.Told.Count(told => told == "paul.renard:Declared"));
        Assert.Equal(new Undelivered(Way.Mail, "paul.renard", "busy", null), (await stage.Timeline(ticket))[^1]);
    }

    [Fact]
    public async Task A_defect_in_a_way_is_tried_again_and_said_to_the_operator()
    {
        mail.Script = (_, _) => throw new InvalidOperationException("a bug");
        await using var stage = await Stage.Pumping(mail);
        await stage.Declares("paul.renard");
        await stage.Drained();
        mail.FirstAnswers();
        await stage.Later(TimeSpan.FromSeconds(5));
        Assert.Equal(2, mail.Attempts.Count);
        Assert.Contains("a bug", Assert.Single(stage.Log.Errors));
    }

    [Fact]
    public async Task A_way_that_does_not_come_back_loses_its_turn_and_the_message_does_not()
    {
        var tried = new TaskCompletionSource();
        mail.Script = async (_, stop) =>
        {
            tried.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
            return new Sending.Sent();
        };
        await using var stage = await Stage.Pumping(mail);
        await stage.Declares("paul.renard");
        await tried.Task.InTime();
        mail.Script = (_, _) => Task.FromResult<Sending>(new Sending.Sent());
        await stage.Later(DeliverySettings.Attempt);
        await stage.Later(TimeSpan.FromSeconds(5));
        Assert.Equal(2, mail.Attempts.Count);
        Assert.Empty(stage.Log.Errors);
    }

    [Fact]
    public async Task No_more_are_on_their_way_at_once_than_there_are_places()
    {
        var (now, most) = (0, 0);
        var (full, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        mail.Script = async (_, _) =>
        {
            var busy = Interlocked.Increment(ref now);
            most = Math.Max(most, busy);
            if (busy == 2)
                full.TrySetResult();
            await gate.Task;
            Interlocked.Decrement(ref now);
            return new Sending.Sent();
        };
        await using var stage = await Stage.Set(mail);
        using var pump = stage.NewPump([mail], new DeliverySettings(Parallelism: 2));
        foreach (var contact in new[] { "paul.renard", "claire.morel", "yanis.haddad", "ines.costa" })
            await stage.Declares(contact, ("requestedPriority", "P2"));
        await pump.StartAsync(CancellationToken.None);
        await full.Task.InTime();
        gate.SetResult();
        await Stage.Drained(pump);
        await pump.StopAsync(CancellationToken.None);
        Assert.Equal((2, 4), (most, mail.Attempts.Count));
    }

    [Fact]
    public async Task Who_waits_for_an_answer_is_not_behind_the_mail_of_others()
    {
        var (stuck, gate, answered) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        mail.Script = async (_, _) =>
        {
            stuck.TrySetResult();
            await gate.Task;
            return new Sending.Sent();
        };
        var chat = new ScriptedWay(Way.Slack)
        {
            Script = (_, _) =>
            {
                answered.TrySetResult();
                return Task.FromResult<Sending>(new Sending.Sent());
            },
        };
        await using var stage = await Stage.Set(mail, chat);
        using var pump = stage.NewPump([mail, chat], new DeliverySettings(Parallelism: 1));
        stage.Desk.Changed += pump.Wake;
        var ticket = await stage.Declares("paul.renard");
        await pump.StartAsync(CancellationToken.None);
        await stuck.Task.InTime();

        await stage.Store.Write(async session =>
        {
            await session.Enqueue(new OutboxRow("chat", Tray.Replies, nameof(Way.Slack), "paul.renard", ticket.Id, nameof(Declared), "1", stage.Now, stage.Now));
            return true;
        }, TestContext.Current.CancellationToken);
        pump.Wake();
        await answered.Task.InTime();
        gate.SetResult();
        await Stage.Drained(pump);
        await pump.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_stop_waits_for_what_is_on_its_way_and_starts_nothing_more()
    {
        var (sent, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        mail.Script = async (_, _) =>
        {
            sent.TrySetResult();
            await gate.Task;
            return new Sending.Sent();
        };
        await using var stage = await Stage.Pumping(mail);
        var ticket = await stage.Declares("paul.renard");
        await sent.Task.InTime();
        await stage.Does(ticket, "nadia.benali", new Acknowledge("Nous regardons."));
        var stopped = stage.Pump.StopAsync(CancellationToken.None);
        Assert.False(stopped.IsCompleted);
        gate.SetResult();
        await stopped.InTime();
        Assert.Equal(["paul.renard:Declared"], mail.Told);
        Assert.NotNull(await stage.NextClaim());
    }
}

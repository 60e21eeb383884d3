using ChatSupport.Bot.Delivery;
using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Driver;
using Folder = System.IO.Directory;

namespace ChatSupport.Tests.Delivery;

[Trait(TestStore.Trait, TestStore.Embedded)]
public sealed class CrashTests : IDisposable
{
    private readonly string folder = Folder.CreateTempSubdirectory("crash-").FullName;
    private readonly ScriptedWay mail = new();

    public void Dispose() => Folder.Delete(folder, recursive: true);

    [Fact]
    public async Task A_crash_between_sending_and_recording_repeats_the_message_under_its_own_id_and_loses_none()
    {
        await using (var stage = await Stage.In(folder, mail))
        {
            await stage.Declares("paul.renard");
            await stage.Room.Send(await Claimed(stage), mail, CancellationToken.None);
        }

        await using var next = await Stage.In(folder, mail);
        await next.Pump.StartAsync(CancellationToken.None);
        await next.Drained();
        Assert.Equal(["paul.renard:Declared", "paul.renard:Declared"], mail.Told);
        Assert.Single(mail.Attempts.Select(attempt => attempt.Id).Distinct());
    }

    [Fact]
    public async Task A_message_claimed_before_the_crash_and_not_sent_is_sent_after_it()
    {
        await using (var stage = await Stage.In(folder, mail))
        {
            await stage.Declares("paul.renard");
            await Claimed(stage);
        }

        await using var next = await Stage.In(folder, mail);
        await next.Pump.StartAsync(CancellationToken.None);
        await next.Drained();
        Assert.Equal(["paul.renard:Declared"], mail.Told);
    }

    [Fact]
    public async Task What_another_pump_has_claimed_and_never_recorded_is_taken_over_when_its_claim_ends()
    {
        await using var stage = await Stage.In(folder, mail);
        await stage.Declares("paul.renard");
        await Claimed(stage);
        await stage.Pump.StartAsync(CancellationToken.None);
        await stage.Later(DeliverySettings.Claim - TimeSpan.FromSeconds(1));
        Assert.Empty(mail.Attempts);
        await stage.Later(TimeSpan.FromSeconds(1));
        Assert.Equal(["paul.renard:Declared"], mail.Told);
    }

    [Fact]
    public async Task Two_pumps_on_one_store_send_everything_once()
    {
        await using var stage = await Stage.In(folder, mail);
        using var other = stage.NewPump([mail]);
        await other.StartAsync(CancellationToken.None);
        await stage.Pump.StartAsync(CancellationToken.None);
        foreach (var contact in new[] { "paul.renard", "claire.morel", "yanis.haddad", "paul.renard", "claire.morel" })
            await stage.Declares(contact);
        await stage.Drained();
        await Stage.Drained(other);
        await other.StopAsync(CancellationToken.None);
        Assert.Equal(5, mail.Attempts.Count);
        Assert.Equal(5, mail.Attempts.Select(attempt => attempt.Id).Distinct().Count());
    }

    private static async Task<ClaimedMessage> Claimed(Stage stage) => Assert.Single(await stage.Claims());
}

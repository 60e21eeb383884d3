using ChatSupport.Desk.Storage;
using static ChatSupport.Tests.Storage.Rows;

namespace ChatSupport.Tests.Storage;

public sealed class VoicemailTests
{
    [Fact]
    public async Task Messages_that_two_callers_left_at_one_instant_keep_their_order_whatever_becomes_of_them()
    {
        await using var desk = await TemporaryStore.Open();
        VoicemailRow[] left = [.. new[] { "RE2", "RE3", "RE1" }.Select(id => new VoicemailRow(id, $"CA-{id}", "+33611223344", Monday, 20))];
        foreach (var one in left)
            await desk.Write(session => session.TryAddVoicemail(one));
        foreach (var one in left)
        {
            await desk.Write(session => session.SaveVoicemail(one with { Heard = "Plus rien ne répond." }));
            Assert.Equal(["RE3", "RE2", "RE1"], (await desk.Read(reader => reader.UnidentifiedVoicemails(3))).Select(row => row.Id));
            Assert.Equal("RE3", Assert.Single(await desk.Read(reader => reader.UnidentifiedVoicemails(1))).Id);
        }

        foreach (var one in left)
            await desk.Write(session => session.SaveVoicemail(one with { Ticket = "INC-000001" }));
        Assert.Equal(["RE3", "RE2", "RE1"], (await desk.Read(reader => reader.VoicemailsOf("INC-000001"))).Select(row => row.Id));
    }
}

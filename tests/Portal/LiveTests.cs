using System.IO;
using ChatSupport.Tests.Driver;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ChatSupport.Tests.Portal;

public sealed class LiveTests : IAsyncLifetime
{
    private RunningDesk desk = null!;

    public async ValueTask InitializeAsync() => desk = await RunningDesk.At("2026-11-24T10:12:00+01:00");

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task A_page_hears_of_its_own_companys_tickets_and_of_no_others()
    {
        using var paul = await PortalVisitor.SignedIn(desk, "paul.renard");
        using var stream = await paul.Listens();
        Assert.Equal("now", (await stream.Next()).Event);

        await desk.Declares("claire.morel");
        var own = await desk.Declares("paul.renard");

        Assert.Equal(("change", own.Reference), await stream.Next());
    }

    [Fact]
    public async Task The_stream_ends_with_the_sign_in()
    {
        using var paul = await PortalVisitor.SignedIn(desk, "paul.renard");
        using var stream = await paul.Listens();
        Assert.Equal("now", (await stream.Next()).Event);

        await paul.Sends("/portal/help", "/portal/sign-out");
        await desk.Declares("paul.renard");

        Assert.Equal("signed-out", (await stream.Next()).Event);
        await Assert.ThrowsAsync<EndOfStreamException>(stream.Next);
    }

    [Fact]
    public async Task A_program_that_stops_lets_its_pages_go()
    {
        using var paul = await PortalVisitor.SignedIn(desk, "paul.renard");
        using var stream = await paul.Listens();
        Assert.Equal("now", (await stream.Next()).Event);

        await desk.Services.GetRequiredService<IHost>().StopAsync(TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<EndOfStreamException>(stream.Next);
    }
}

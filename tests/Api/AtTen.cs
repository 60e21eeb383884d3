using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Api;

/// <summary>One running program for all the tests of a class; its clock stands at ten on Monday 30 November 2026.</summary>
public sealed class AtTen : IAsyncLifetime
{
    internal RunningDesk Desk { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Desk = await RunningDesk.At("2026-11-30T10:00:00+01:00");

    public ValueTask DisposeAsync() => Desk.DisposeAsync();
}

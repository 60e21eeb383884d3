using ChatSupport.Desk.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ChatSupport.Tests.Driver;

internal static class SlowStore
{
    /// <summary>The disk does not answer until this is disposed of.</summary>
    public static IDisposable Slow(this RunningDesk desk)
    {
        var held = new ManualResetEventSlim();
        _ = desk.Services.GetRequiredService<Store>().Write(_ =>
        {
            held.Wait(TimeSpan.FromSeconds(30));
            return ValueTask.FromResult(0);
        });
        return new Release(held);
    }

    private sealed class Release(ManualResetEventSlim held) : IDisposable
    {
        public void Dispose() => held.Set();
    }
}

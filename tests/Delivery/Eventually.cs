using System.Diagnostics;

namespace ChatSupport.Tests.Delivery;

/// <summary>For what happens by itself on another thread: asked until it is so, never by a guess how long it takes.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static Task InTime(this Task task) => task.WaitAsync(Patience);

    public static Task<T> InTime<T>(this Task<T> task) => task.WaitAsync(Patience);

    public static Task Holds(Func<bool> condition, Action? meanwhile = null) => Holds(() => Task.FromResult(condition()), meanwhile);

    public static async Task Holds(Func<Task<bool>> condition, Action? meanwhile = null)
    {
        var since = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, "It did not come to that.");
            meanwhile?.Invoke();
            await Task.Yield();
        }
    }
}

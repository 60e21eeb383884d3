namespace ChatSupport.Bot.Delivery;

/// <summary>
/// Wakes one sleeper. Many calls are one, and a call that comes while the sleeper is awake is not lost: it looks again before it sleeps.
/// </summary>
internal sealed class Wakeup(TimeProvider time)
{
    private TaskCompletionSource call = NewCall();

    public void Call() => Volatile.Read(ref call).TrySetResult();

    /// <summary>Sleeps until called, at most so long; a stop ends it too.</summary>
    public async Task Wait(TimeSpan most, CancellationToken stop)
    {
        await Volatile.Read(ref call).Task.WaitAsync(most, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Volatile.Write(ref call, NewCall());
    }

    private static TaskCompletionSource NewCall() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

namespace ChatSupport.Bot.Playground.Page;

/// <summary>Rung when something that the page shows has changed. Who waits hears the next ring; many rings while nobody waits are one.</summary>
internal sealed class Bell
{
    private TaskCompletionSource next = NewRing();

    public Task Next => Volatile.Read(ref next).Task;

    public void Ring() => Interlocked.Exchange(ref next, NewRing()).TrySetResult();

    private static TaskCompletionSource NewRing() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

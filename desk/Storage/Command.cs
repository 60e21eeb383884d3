namespace ChatSupport.Desk.Storage;

/// <summary>One write on its way: it waits, is decided, possibly again, and is answered once.</summary>
internal abstract class Command
{
    private int claimed;

    /// <summary>Its turn has come. False when its caller withdrew it meanwhile.</summary>
    public bool Take() => Claim();

    public abstract ValueTask Decide(Session session);

    /// <summary>Holds back a failure to be answered when its neighbours are.</summary>
    public abstract void Fail(Exception failure);

    public abstract void Answer();

    // Either the writer takes it or the caller withdraws it, whoever comes first.
    protected bool Claim() => Interlocked.Exchange(ref claimed, 1) == 0;
}

internal sealed class Command<T>(Func<Session, ValueTask<T>> decide) : Command
{
    // Callers go on elsewhere: the writer's thread is for writing.
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T result = default!;
    private Exception? failure;

    public Task<T> Answered => answer.Task;

    public void Withdraw(CancellationToken cancellation)
    {
        if (Claim())
            answer.SetCanceled(cancellation);
    }

    public override async ValueTask Decide(Session session)
    {
        failure = null;
        result = await decide(session);
    }

    public override void Fail(Exception failure) => this.failure = failure;

    public override void Answer()
    {
        if (failure is null)
            answer.SetResult(result);
        else
            answer.SetException(failure);
    }
}

namespace ChatSupport.Tests.Carriers;

/// <summary>What a vendor was called for, and its story has not spoken of yet: what is left at the end fails it.</summary>
internal sealed class CallLog<TCall>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly List<TCall> unexpected = [];
    private readonly Lock gate = new();
    private TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Add(TCall call)
    {
        lock (gate)
        {
            unexpected.Add(call);
            arrived.TrySetResult();
            arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>The next call that is as described; waits for it.</summary>
    public async Task<TCall> Sees(Func<TCall, bool> where)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            Task more;
            lock (gate)
            {
                if (unexpected.FindIndex(call => where(call)) is var at and >= 0)
                {
                    var found = unexpected[at];
                    unexpected.RemoveAt(at);
                    return found;
                }
                more = arrived.Task;
            }
            try
            {
                await more.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException late)
            {
                throw new TimeoutException($"What was expected was not called. Called were:\n{All}", late);
            }
        }
    }

    /// <summary>What was called so far, but for what the story has spoken of.</summary>
    public IReadOnlyList<TCall> Left
    {
        get
        {
            lock (gate)
                return [.. unexpected];
        }
    }

    public void Forgets(Predicate<TCall> which)
    {
        lock (gate)
            unexpected.RemoveAll(which);
    }

    public void HasNone(Predicate<TCall> which)
    {
        lock (gate)
            Assert.DoesNotContain(unexpected, which);
    }

    public void IsEmpty()
    {
        lock (gate)
            Assert.True(unexpected.Count == 0, $"Not expected:\n{All}");
    }

    private string All
    {
        get
        {
            lock (gate)
                return string.Join('\n', unexpected);
        }
    }
}

using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Sharing;

/// <summary>
/// One turn of a conversation at a time, in this instance and, through Redis, in all of them. It only makes it rare that a turn has
/// to be taken again: what keeps two turns apart is the version of the dialog in the store.
/// </summary>
public sealed class TurnLocks(Store store, TimeProvider time, SharedMemory? memory = null)
{
    /// <summary>A turn takes far less; one whose instance has died is not waited for longer.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    // Conversations that fall on the same place wait for each other for nothing, and hardly ever.
    private readonly SemaphoreSlim[] places = [.. Enumerable.Range(0, 1024).Select(_ => new SemaphoreSlim(1))];

    public async Task<IAsyncDisposable> Enter(string conversation, CancellationToken stop = default)
    {
        var place = places[(uint)conversation.GetHashCode(StringComparison.Ordinal) % places.Length];
        await place.WaitAsync(stop);
        try
        {
            return new Turn(place, memory, $"turn:{conversation}", await Hold($"turn:{conversation}", stop));
        }
        catch
        {
            place.Release();
            throw;
        }
    }

    /// <returns>What proves that the lock is ours; null when there is none to be had.</returns>
    private async Task<string?> Hold(string key, CancellationToken stop)
    {
        if (memory is null)
            return null;
        var proof = $"{store.Instance}:{Guid.NewGuid():N}";
        var began = time.GetTimestamp();
        while (!await memory.Ask(redis => redis.LockTakeAsync(key, proof, Longest), otherwise: true))
        {
            if (time.GetElapsedTime(began) > Patience)
                return null;
            await Task.Delay(Pause, time, stop);
        }
        return proof;
    }

    private sealed class Turn(SemaphoreSlim place, SharedMemory? memory, string key, string? proof) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            place.Release();
            if (memory is not null && proof is not null)
                await memory.Ask(redis => redis.LockReleaseAsync(key, proof), otherwise: false);
        }
    }
}

namespace ChatSupport.Desk.Storage;

/// <summary>Waiting on the spot, for the writer's own thread only. SQLite answers at once, so there is hardly ever anything to wait for.</summary>
internal static class Blocking
{
    public static void Now(this ValueTask task)
    {
        if (!task.IsCompletedSuccessfully)
            task.AsTask().GetAwaiter().GetResult();
    }

    public static T Now<T>(this ValueTask<T> task) => task.IsCompletedSuccessfully ? task.Result : task.AsTask().GetAwaiter().GetResult();
}

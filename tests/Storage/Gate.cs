namespace ChatSupport.Tests.Storage;

/// <summary>A command that keeps the writer busy until it is told to go on, so that others gather behind it.</summary>
internal sealed class Gate : IAsyncDisposable
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task command = Task.CompletedTask;

    public Task Reached => reached.Task;

    public static Gate Queue(TemporaryStore desk)
    {
        var gate = new Gate();
        gate.command = desk.Write(async _ =>
        {
            gate.reached.TrySetResult();
            await gate.opened.Task;
        });
        return gate;
    }

    public static async Task<Gate> Close(TemporaryStore desk)
    {
        var gate = Queue(desk);
        await gate.Reached;
        return gate;
    }

    public void Open() => opened.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Open();
        await command;
    }
}

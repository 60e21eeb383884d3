using System.Collections.Concurrent;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;

namespace ChatSupport.Tests.Delivery;

/// <summary>A way that answers as the test says, and remembers every attempt.</summary>
internal sealed class ScriptedWay(Way way = Way.Mail) : IWay
{
    private readonly ConcurrentQueue<Message> attempts = new();

    public Way Way => way;

    /// <summary>What comes of an attempt; everything arrives unless the test says otherwise.</summary>
    public Func<Message, CancellationToken, Task<Sending>> Script { get; set; } = (_, _) => Task.FromResult<Sending>(new Sending.Sent());

    public IReadOnlyList<Message> Attempts => [.. attempts];

    /// <summary>Who was told what, in the order of the attempts: <c>paul.renard:Declared</c>.</summary>
    public IEnumerable<string> Told => Attempts.Select(Said);

    public static string Said(Message message) => $"{message.To.Id}:{message.About.What.GetType().Name}";

    /// <summary>The first attempts come to this, whoever they are for; the later ones arrive.</summary>
    public void FirstAnswers(params Sending[] answers)
    {
        var left = new ConcurrentQueue<Sending>(answers);
        Script = (_, _) => Task.FromResult(left.TryDequeue(out var answer) ? answer : new Sending.Sent());
    }

    public Task<Sending> Send(Message message, CancellationToken stop)
    {
        attempts.Enqueue(message);
        return Script(message, stop);
    }
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Xml.Linq;

namespace ChatSupport.Tests.Carriers.Twilio;

/// <summary>What a leg of a call is waiting for.</summary>
internal enum Stage
{
    /// <summary>Nothing that anybody at a phone could do: it is being worked on.</summary>
    Busy,
    Ringing,
    Gathering,
    Recording,
    Dialling,

    /// <summary>Two people talk to each other.</summary>
    Connected,
    Over,
}

/// <summary>What somebody at a phone does, or what is done to their call from outside.</summary>
internal abstract record Doing
{
    public sealed record Keys(string Digits) : Doing;

    public sealed record Silence : Doing;

    /// <summary>Words to a question that listens.</summary>
    public sealed record Words(string Text) : Doing;

    public sealed record HangsUp : Doing;

    /// <summary>The account ends the call.</summary>
    public sealed record Ended : Doing;

    /// <summary>The account sends the call elsewhere.</summary>
    public sealed record Redirected(string Url) : Doing;
}

/// <summary>A leg was interrupted in what it was doing.</summary>
internal sealed class InterruptedException(Doing by) : Exception
{
    public Doing By => by;
}

/// <summary>One leg of a call: what Twilio knows of it, what was heard on it, and the place where it meets whoever holds the phone.</summary>
internal sealed class Leg(string from, string to, string direction, Leg? parent = null)
{
    /// <summary>The machine may be busy; a story that waits longer than this waits in vain.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly List<string> heard = [];
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource<Doing> answer = NewAnswer();
    private TaskCompletionSource<Doing> interrupted = NewAnswer();

    public string Sid { get; } = NewSid("CA");

    public string From => from;

    public string To => to;

    /// <summary>As Twilio says it: <c>inbound</c>, <c>outbound-api</c> or <c>outbound-dial</c>.</summary>
    public string Direction => direction;

    public Leg? Parent => parent;

    public string Status { get; private set; } = "queued";

    public Stage Stage { get; private set; } = Stage.Busy;

    /// <summary>What is asked just now, when something is.</summary>
    public XElement? Question { get; private set; }

    /// <summary>What a machine heard of who answered; null when nobody asked it.</summary>
    public string? AnsweredBy { get; set; }

    /// <summary>What becomes of its ringing: <c>in-progress</c>, <c>machine</c>, or how Twilio calls it when nobody answers.</summary>
    public TaskCompletionSource<string> Decision { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What the carrier does on it; it is not over before all of that is.</summary>
    public ConcurrentBag<Task> Walks { get; } = [];

    /// <summary>Nobody is on it any more.</summary>
    public Task Ended => ended.Task;

    /// <summary>Said after the beep, for how long.</summary>
    public (string Words, int Seconds) Said { get; set; }

    /// <summary>Everything that was heard, with ordinary spaces where typography puts others.</summary>
    public string Heard
    {
        get
        {
            lock (gate)
                return string.Join(' ', heard);
        }
    }

    /// <summary>Every answer that the desk gave for this leg.</summary>
    public List<XElement> Answers { get; } = [];

    /// <summary>What Twilio tells of it beside the usual.</summary>
    public Dictionary<string, string> Extra { get; } = [];

    public static string NewSid(string kind) => kind + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public void Is(string status, Stage stage)
    {
        Change(() => (Status, Stage) = (status, stage));
        if (stage == Stage.Over)
            ended.TrySetResult();
    }

    public void Hears(string what) => Change(() => heard.Add(what.Replace('\u00a0', ' ').Replace('\u202f', ' ')));

    /// <summary>The walk waits here for whoever holds the phone.</summary>
    public async Task<Doing> Asks(Stage stage, XElement question)
    {
        // Who was sent elsewhere on the way here is asked nothing.
        Change(() => (Stage, Question, answer) = (interrupted.Task.IsCompleted ? Stage : stage, question, NewAnswer()));
        try
        {
            return await Meanwhile(answer.Task);
        }
        finally
        {
            Change(() => (Stage, Question) = (Stage == Stage.Over ? Stage.Over : Stage.Busy, null));
        }
    }

    /// <summary>Waits for something, unless the call is interrupted first.</summary>
    public async Task<T> Meanwhile<T>(Task<T> something)
    {
        await Meanwhile((Task)something);
        return await something;
    }

    public async Task Meanwhile(Task something)
    {
        var interruption = interrupted.Task;
        if (await Task.WhenAny(something, interruption) == interruption)
            throw new InterruptedException(await interruption);
        await something;
    }

    public void Does(Doing what) => Change(() =>
    {
        if (Stage is Stage.Gathering or Stage.Recording)
            Stage = Stage.Busy;
        (what is Doing.HangsUp or Doing.Ended or Doing.Redirected ? interrupted : answer).TrySetResult(what);
    });

    /// <summary>The interruption was dealt with.</summary>
    public void GoesOn() => interrupted = NewAnswer();

    public async Task Until(Func<bool> holds, Func<string> orElse)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (holds())
                    return;
                next = changed.Task;
            }
            await next.WaitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (patience.IsCancellationRequested)
                Assert.Fail(orElse());
        }
    }

    private void Change(Action change)
    {
        TaskCompletionSource before;
        lock (gate)
        {
            change();
            (before, changed) = (changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        before.TrySetResult();
    }

    private static TaskCompletionSource<Doing> NewAnswer() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

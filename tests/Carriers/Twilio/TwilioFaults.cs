using System.Collections.Concurrent;

namespace ChatSupport.Tests.Carriers.Twilio;

/// <summary>What goes wrong at the carrier when a story wants it.</summary>
public sealed class TwilioFaults
{
    private readonly ConcurrentDictionary<string, int> refused = [];
    private readonly List<Fault> faults = [];
    private int missing;

    /// <summary>The sound is at another address, to which the account's password is none of its business.</summary>
    public bool RecordingsMove { get; set; }

    /// <summary>The numbers of the account are set to another address than the desk's.</summary>
    public Uri? NumbersPointTo { get; set; }

    /// <summary>Requests whose path ends so are answered so, and nothing is done.</summary>
    /// <param name="retryAfter">In seconds.</param>
    public void Answers(string path, int status, int times = int.MaxValue, int? retryAfter = null) => Add(new Fault(path, status, retryAfter, times));

    /// <summary>What is asked for is done, and its answer is lost on the way.</summary>
    public void LosesAnswerTo(string path, int times = 1) => Add(new Fault(path, null, null, times));

    /// <summary>What is asked for once is done, and its answer comes late.</summary>
    public void AnswersLateTo(string path, Task until) => Add(new Fault(path, null, null, 1) { Until = until });

    /// <summary>So many requests for a sound find none yet.</summary>
    public void RecordingsComeLate(int times) => missing = times;

    /// <summary>Calls and texts to that number are refused for good.</summary>
    /// <param name="code">Twilio's, such as 21211 for a number that is none.</param>
    public void Refuses(string number, int code = 21211) => refused[number] = code;

    public void Behaves()
    {
        refused.Clear();
        lock (faults)
            faults.Clear();
    }

    internal bool IsMissing() => Interlocked.Decrement(ref missing) >= 0;

    internal int? WhyRefused(string number) => refused.TryGetValue(number, out var code) ? code : null;

    internal Fault? Next(string path)
    {
        lock (faults)
        {
            var fault = faults.Find(one => one.Left > 0 && path.EndsWith(one.Path, StringComparison.Ordinal));
            if (fault is not null)
                fault.Left--;
            return fault;
        }
    }

    private void Add(Fault fault)
    {
        lock (faults)
            faults.Add(fault);
    }

    /// <param name="Status">Null: it is done, but its answer is lost.</param>
    internal sealed record Fault(string Path, int? Status, int? RetryAfter, int Times)
    {
        public int Left { get; set; } = Times;

        /// <summary>When its answer comes after all.</summary>
        public Task? Until { get; init; }
    }
}

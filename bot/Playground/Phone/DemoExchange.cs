using System.Collections.Concurrent;
using ChatSupport.Bot.Playground.Page;

namespace ChatSupport.Bot.Playground.Phone;

/// <summary>
/// The demo's telephone exchange: it plays Twilio within this program, carries out what the desk answers, and rings the phones of the page. Calls and sounds are kept
/// in memory, and gone when the program ends.
/// </summary>
internal sealed partial class DemoExchange(DemoLine line, DemoWebhooks desk, Bell bell, ILogger<DemoExchange> log)
{
    private const int MostCalls = 100;

    private readonly ConcurrentDictionary<string, byte[]> recordings = [];
    private readonly ConcurrentQueue<DemoCall> calls = [];

    public DemoLine Line => line;

    /// <summary>The latest call to the desk.</summary>
    public DemoCall? Caller => calls.LastOrDefault(call => call.Direction == "inbound");

    public DemoCall? Find(string sid) => calls.FirstOrDefault(call => call.Sid == sid);

    /// <summary>What a phone is busy with: what rings, else what is going on, else what was heard last.</summary>
    public DemoCall? At(IReadOnlyCollection<string> numbers) => calls
        .Where(call => numbers.Contains(call.Direction == "inbound" ? call.From : call.To))
        .Reverse()
        .OrderBy(call => call.Prompt switch { Prompt.Ringing => 0, Prompt.Over => 2, _ => 1 })
        .FirstOrDefault();

    /// <summary>Somebody dials the desk's number.</summary>
    /// <param name="from">E.164; empty when they withhold it.</param>
    public DemoCall Dial(string from)
    {
        var call = Begin(new DemoCall(from, line.Number, "inbound", bell.Ring));
        call.Is("ringing", Prompt.Nothing);
        Follow(call, Talk(call, line.Whole("/voice/answer"), line.Whole("/voice/status")));
        return call;
    }

    /// <summary>The desk calls somebody.</summary>
    /// <param name="status">Who is told how it ended.</param>
    /// <param name="machine">Who is told whether a machine answered.</param>
    public DemoCall Place(string to, string url, string status, string machine)
    {
        var call = Begin(new DemoCall(line.Number, to, "outbound-api", bell.Ring));
        Follow(call, Ring(call, url, status, machine));
        return call;
    }

    /// <summary>Somebody is put through to another phone.</summary>
    /// <param name="whisper">What whoever answers hears first.</param>
    /// <param name="answered">Whether they are on the line then.</param>
    public DemoCall PutThrough(DemoCall caller, string from, string to, string whisper, out Task<bool> answered)
    {
        var call = Begin(new DemoCall(from, to, "outbound-dial", bell.Ring, caller));
        answered = Ring(call, whisper, status: null, machine: "");
        Follow(call, answered);
        return call;
    }

    /// <returns>What the carrier calls the sound from now on.</returns>
    public string Keep(byte[] sound)
    {
        var sid = DemoCall.NewSid("RE");
        recordings[sid] = sound;
        return sid;
    }

    public byte[]? Sound(string recording) => recordings.GetValueOrDefault(recording);

    public bool Erase(string recording) => recordings.TryRemove(recording, out _);

    private DemoCall Begin(DemoCall call)
    {
        calls.Enqueue(call);
        while (calls.Count > MostCalls)
            calls.TryDequeue(out _);
        return call;
    }

    private async Task<bool> Ring(DemoCall call, string url, string? status, string machine)
    {
        call.Is("ringing", Prompt.Nothing);
        string decided;
        try
        {
            decided = await call.Asks(Prompt.Ringing) is Doing.Decides decision ? decision.Status : "no-answer";
        }
        catch (CallInterruptedException interrupted)
        {
            decided = interrupted.By is Doing.Ends ended ? ended.Status : "failed";
        }
        if (decided is "in-progress" or "machine")
        {
            call.Is("in-progress", Prompt.Nothing);
            if (machine.Length > 0)
                desk.Tell(call, machine, ("AnsweredBy", decided == "machine" ? "machine_start" : "human"));
            return await Talk(call, url, status);
        }
        End(call, decided, status);
        return false;
    }

    private async Task<bool> Talk(DemoCall call, string url, string? status)
    {
        var walk = new DemoWalk(this, desk, call);
        var isOn = await walk.Go(url);
        walk.StopListening();
        if (isOn && call.Parent is not null)
        {
            call.Is(call.Status, Prompt.Talking);
            Follow(call, HangUpLater(call));
            return true;
        }
        End(call, "completed", status);
        return false;
    }

    /// <summary>The two talk until one of them hangs up.</summary>
    private async Task HangUpLater(DemoCall call)
    {
        try
        {
            await call.Meanwhile(new TaskCompletionSource<bool>().Task);
        }
        catch (CallInterruptedException)
        {
            End(call, "completed", status: null);
        }
    }

    private void End(DemoCall call, string how, string? status)
    {
        call.Is(how, Prompt.Over);
        if (status is not null)
            desk.Tell(call, status, ("CallDuration", "42"));
    }

    /// <summary>Nobody waits for a call; what goes wrong in it is said here.</summary>
    private async void Follow(DemoCall call, Task walk)
    {
        try
        {
            await walk;
        }
        catch (Exception failure)
        {
            LogBroken(failure, call.Sid);
            call.Is("failed", Prompt.Over);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Call {Sid} of the demo broke off.")]
    private partial void LogBroken(Exception failure, string sid);
}

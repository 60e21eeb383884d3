using System.Collections.Concurrent;
using System.Globalization;

namespace ChatSupport.Tests.Carriers.Twilio;

/// <summary>A call that the account has placed: what is said to whoever answers, and who is told how it goes.</summary>
internal sealed record Placed(string? Url, string? Fallback, string? Status, string[] Events, string? MachineDetection)
{
    /// <summary>What the carrier calls it.</summary>
    public string Sid { get; init; } = "";

    /// <summary>Who is told later whether a machine answered; null when it is found out before anything is said.</summary>
    public string? MachineReport { get; init; }
}

/// <summary>A text message that the account has sent.</summary>
internal sealed record Text(string Sid, string To, string From, string Body);

/// <summary>
/// Plays Twilio on loopback: signs and asks the desk's webhooks, carries out what they answer, and offers the REST interface by which the desk places calls,
/// writes, and fetches recordings. A story tells the people at the phones what to do; whatever rings or arrives and is not in the story fails it.
/// </summary>
public sealed class TwilioCarrier : IAsyncDisposable
{
    public const string AccountSid = "AC00000000000000000000000000000001";
    public const string AuthToken = "token-of-the-account";

    /// <summary>The desk's own number.</summary>
    public const string Number = "+33199000000";

    private readonly ConcurrentDictionary<string, Phone> phones = [];
    private readonly ConcurrentDictionary<string, Leg> legs = [];
    private readonly ConcurrentQueue<string> findings = [];
    private readonly ConcurrentQueue<Placed> placed = [];
    private readonly TaskCompletionSource brokenOff = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource erased = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TwilioApi api;

    private TwilioCarrier() => api = new TwilioApi(this);

    internal CarrierLine Line { get; } = new();

    /// <summary>What the account is set to do with calls to its number.</summary>
    internal Placed Inbound { get; set; } = new("", null, null, ["completed"], null);

    internal ConcurrentDictionary<string, Recording> Recordings { get; } = [];

    /// <summary>How many calls the account has asked for.</summary>
    public int CallsPlaced => placed.Count;

    /// <summary>Each of them.</summary>
    internal IReadOnlyCollection<Placed> Placed => placed;

    /// <summary>A phone rings, because the account asked for it.</summary>
    internal event Action<Placed>? Rang;

    /// <summary>How many recordings are still here.</summary>
    public int KeptRecordings => Recordings.Count;

    /// <summary>The account has erased a recording.</summary>
    public Task RecordingErased => erased.Task;

    /// <summary>Failures that a story brings about are not findings.</summary>
    public bool ExpectsFailures { get; set; }

    public TwilioFaults Faults { get; } = new();

    /// <summary>How often every request is sent: more than once after a time-out that only the carrier saw.</summary>
    public int Repeats
    {
        set => Line.Times = value;
    }

    /// <summary>How long each answer took that a caller waited for.</summary>
    public IEnumerable<TimeSpan> Answers => Line.Took;

    public Uri ApiUrl => api.Address;

    /// <summary>What the desk is configured with to use this carrier.</summary>
    public string[] Settings =>
    [
        $"--Twilio:AccountSid={AccountSid}", $"--Twilio:AuthToken={AuthToken}", $"--Twilio:From={Number}", $"--Twilio:ApiUrl={ApiUrl}",
        $"--Public:BaseUrl={Line.PublicUrl.GetLeftPart(UriPartial.Authority)}",
    ];

    public static async Task<TwilioCarrier> Start()
    {
        var carrier = new TwilioCarrier();
        await carrier.api.Start();
        return carrier;
    }

    /// <summary>The desk listens there, and answers calls to its number at <c>/voice/answer</c>.</summary>
    public void Reaches(Uri desk)
    {
        Line.Desk = desk;
        Inbound = new Placed(Public("/voice/answer"), Public("/voice/fallback"), Public("/voice/status#rc=5&rp=all"), ["completed"], null);
    }

    /// <summary>The account is set to call the desk by that address.</summary>
    public void IsKnownAt(Uri address)
    {
        Line.PublicUrl = address;
        Reaches(address);
    }

    public Phone Phone(string number) => phones.GetOrAdd(number, static (one, carrier) => new Phone(carrier, one), this);

    /// <summary>So many requests for that path of the desk are answered 503 by what stands before it.</summary>
    public void CannotReach(string path, int times) => Line.TurnsAway = (path, times);

    /// <summary>Status, recording and transcription reports wait until they are released.</summary>
    public void HoldsReports() => Line.HoldsReports = true;

    /// <summary>What was held back is told, the latest first.</summary>
    public void ReleasesReports() => Line.ReleasesReports();

    /// <summary>Everything that was to be told has been.</summary>
    public Task Told() => Line.Settles();

    public void Signs(string token, bool namesThePort) => (Line.Token, Line.NamesThePort) = (token, namesThePort);

    /// <summary>Nobody has more to do, nothing was left unexpected, and nothing was wrong.</summary>
    public async Task EndsQuietly()
    {
        foreach (var phone in phones.Values)
            await phone;
        await Line.Settles();
        Assert.True(findings.IsEmpty, string.Join('\n', findings));
        var unexpected = phones.Values.SelectMany(phone => phone.Unexpected).ToList();
        Assert.True(unexpected.Count == 0, string.Join('\n', unexpected));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var leg in legs.Values)
            leg.Does(new Doing.Ended());
        await Task.WhenAll(legs.Values.SelectMany(leg => leg.Walks)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Line.DisposeAsync();
        await api.DisposeAsync();
    }

    /// <summary>Fails with what a phone's story broke off with.</summary>
    internal Task BrokenOff => brokenOff.Task;

    /// <summary>How all calls stand, for whoever looks for what went wrong.</summary>
    internal string Tale => string.Join('\n', legs.Values.Select(leg => $"{leg.From} to {leg.To}, {leg.Status}, {leg.Stage}: {leg.Heard}"));

    internal void BreaksOff(Exception failure) => brokenOff.TrySetException(failure);

    internal Leg? Find(string sid) => legs.GetValueOrDefault(sid);

    internal void Finds(string what)
    {
        if (!ExpectsFailures)
            findings.Enqueue(what);
    }

    internal string Public(string path) => new Uri(Line.PublicUrl, path).ToString();

    /// <summary>The parameters of every request about a leg, and with them what is new.</summary>
    internal static List<KeyValuePair<string, string>> About(Leg leg, params IEnumerable<KeyValuePair<string, string>> news) =>
    [
        new("AccountSid", AccountSid), new("ApiVersion", "2010-04-01"), new("CallSid", leg.Sid), new("CallStatus", leg.Status), new("Called", leg.To), new("Caller", leg.From),
        new("Direction", leg.Direction), new("From", leg.From), new("To", leg.To), new("ToCountry", "FR"), new("FromCity", ""),
        .. leg.Parent is { } parent ? [new("ParentCallSid", parent.Sid)] : Array.Empty<KeyValuePair<string, string>>(),
        .. leg.AnsweredBy is { } who ? [new("AnsweredBy", who)] : Array.Empty<KeyValuePair<string, string>>(),
        .. leg.Extra.Where(one => one.Key is "StirVerstat" or "CallToken"), .. news,
    ];

    /// <summary>Somebody dials the desk's number.</summary>
    internal Leg Dials(string from, string? attestation)
    {
        var leg = new Leg(from, Number, "inbound");
        if (attestation is not null)
            leg.Extra["StirVerstat"] = attestation;
        legs[leg.Sid] = leg;
        leg.Is("ringing", Stage.Busy);
        leg.Walks.Add(Talk(leg, Inbound));
        return leg;
    }

    /// <summary>A phone rings, because the account asked for it.</summary>
    /// <returns>When it rings no more: whether whoever answered is on the line.</returns>
    internal Task<bool> Rings(Leg leg, Placed placed)
    {
        legs[leg.Sid] = leg;
        if (leg.Direction == "outbound-api")
        {
            this.placed.Enqueue(placed);
            Rang?.Invoke(placed);
        }
        var call = Rung(leg, placed);
        leg.Walks.Add(call);
        return call;
    }

    internal bool Erase(string recording) => Recordings.TryRemove(recording, out _) && (erased.TrySetResult() || true);

    internal Recording Keep(Leg leg)
    {
        var recording = new Recording(Leg.NewSid("RE"), leg.Said.Seconds, leg.Said.Words);
        Recordings[recording.Sid] = recording;
        return recording;
    }

    /// <summary>What is played must be a sound that the carrier can fetch.</summary>
    internal async Task<string> Play(string url)
    {
        var sound = await Line.Fetch(url);
        if (!sound.IsGood || sound.Type is null || !sound.Type.StartsWith("audio/", StringComparison.Ordinal))
            Finds($"{url} is no sound: {sound.Failure} {sound.Type}");
        return Recording.HeardIn(sound.Text);
    }

    private async Task<bool> Rung(Leg leg, Placed placed)
    {
        Tell(leg, placed, "initiated");
        leg.Is("ringing", Stage.Ringing);
        Tell(leg, placed, "ringing");
        Phone(leg.To).Rings(leg);
        string status;
        try
        {
            status = await leg.Meanwhile(leg.Decision.Task);
        }
        catch (InterruptedException)
        {
            status = leg.Direction == "outbound-api" ? "canceled" : "no-answer";
        }
        if (placed is { MachineDetection: { } how, MachineReport: null })
            leg.AnsweredBy = WhoAnswered(status, how);
        if (status is not ("in-progress" or "machine"))
        {
            leg.Is(status, Stage.Over);
            Tell(leg, placed, "completed");
            return false;
        }
        leg.Is("in-progress", Stage.Busy);
        Tell(leg, placed, "answered");
        if (placed is { MachineDetection: { } detection, MachineReport: { } report })
            Line.Tell(report, [new("CallSid", leg.Sid), new("AccountSid", AccountSid), new("AnsweredBy", WhoAnswered(status, detection)), new("MachineDetectionDuration", "4100")]);
        return await Talk(leg, placed);
    }

    private static string WhoAnswered(string status, string detection) =>
        status != "machine" ? "human" : detection == "Enable" ? "machine_start" : "machine_end_beep";

    private async Task<bool> Talk(Leg leg, Placed placed)
    {
        var isConnected = false;
        try
        {
            var walk = new CallWalk(this, leg);
            isConnected = placed.Url is null || await walk.Go(placed.Url, placed.Fallback);
            if (isConnected && leg.Parent is not null)
                await Connected(leg, placed);
            walk.StopTranscribing();
        }
        catch (InvalidOperationException wrong)
        {
            Finds(wrong.Message);
        }
        if (leg.Parent is null || !isConnected)
            End(leg, placed);
        return isConnected;
    }

    /// <summary>Whoever was put through stays until one of the two hangs up; the caller's leg goes on by itself.</summary>
    private Task Connected(Leg leg, Placed placed)
    {
        leg.Is("in-progress", Stage.Connected);
        leg.Walks.Add(Stay());
        return Task.CompletedTask;

        async Task Stay()
        {
            try
            {
                await leg.Meanwhile(leg.Ended);
            }
            catch (InterruptedException)
            {
                End(leg, placed);
            }
        }
    }

    private void End(Leg leg, Placed placed)
    {
        leg.Is("completed", Stage.Over);
        Tell(leg, placed, "completed");
    }

    private void Tell(Leg leg, Placed placed, string step)
    {
        if (placed.Status is { } url && placed.Events.Contains(step))
            Line.Tell(url, About(leg,
                new("SequenceNumber", Array.IndexOf(["initiated", "ringing", "answered", "completed"], step).ToString(CultureInfo.InvariantCulture)),
                new("CallbackSource", "call-progress-events"), new("Timestamp", "Mon, 23 Nov 2026 02:00:00 +0000"),
                new("CallDuration", step == "completed" ? "42" : "0")));
    }
}

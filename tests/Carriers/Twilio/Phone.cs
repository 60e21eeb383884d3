using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace ChatSupport.Tests.Carriers.Twilio;

/// <summary>
/// Somebody with a phone in the hand. What they do is told step by step and happens in that order; awaiting the phone waits for all of it. A step fails
/// as soon as it cannot come true any more, with everything that was heard.
/// </summary>
public sealed class Phone
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TwilioCarrier carrier;
    private readonly Channel<Leg> ringing = Channel.CreateUnbounded<Leg>();
    private readonly Channel<Text> texts = Channel.CreateUnbounded<Text>();
    private Task told = Task.CompletedTask;
    private Leg? leg;
    private int read;

    internal Phone(TwilioCarrier carrier, string number) => (this.carrier, Number) = (carrier, number);

    /// <summary>E.164, or what Twilio says of a caller who withholds it.</summary>
    public string Number { get; }

    /// <summary>Everything that was heard since this phone last dialled or rang.</summary>
    public string Heard => Line.Heard;

    /// <summary>What the carrier calls the call.</summary>
    public string CallSid => Line.Sid;

    /// <summary>The last answer of the desk on this call.</summary>
    public System.Xml.Linq.XElement LastAnswer => Line.Answers[^1];

    internal IEnumerable<string> Unexpected =>
    [
        .. Left(ringing.Reader).Select(call => $"{Number} rings: {call.Status}"), .. Left(texts.Reader).Select(text => $"{Number} gets “{text.Body}”"),
    ];

    private Leg Line => leg ?? throw new InvalidOperationException($"{Number} has neither dialled nor rung");

    public TaskAwaiter GetAwaiter() => told.GetAwaiter();

    /// <param name="attestation">What the networks vouch for, as Twilio passes it on.</param>
    public Phone Dials(string? attestation = null) => Then(() => Holds(carrier.Dials(Number, attestation)));

    public Phone PhoneRings() => Then(async () => Holds(await Next(ringing.Reader, "does not ring")));

    /// <summary>Picks up; so does whatever needs an answered phone.</summary>
    public Phone Answers() => Then(Answer);

    public Phone Hears(params string[] words) => Then(async () =>
    {
        await Answer();
        foreach (var some in words)
        {
            await Line.Until(() => Found(some) >= 0 || Line.Stage is Stage.Gathering or Stage.Recording or Stage.Over, () => $"{Number} waits for “{some}”, but heard: {Line.Heard}");
            Assert.True(Found(some) >= 0, $"{Number} never heard “{some}”, but: {Line.Heard[read..]}");
            read = Found(some) + some.Length;
        }
    });

    /// <summary>Not in the whole call so far.</summary>
    public Phone HeardNothingOf(params string[] words) => Then(() =>
    {
        foreach (var some in words)
            Assert.DoesNotContain(some, Line.Heard, StringComparison.OrdinalIgnoreCase);
    });

    /// <summary>Presses keys when keys are taken; <c>#</c> ends a message as well.</summary>
    public Phone Presses(string keys) => Then(async () =>
    {
        await Answer();
        await Asked();
        Assert.True(Line.Question?.Name == "Record" || ((string?)Line.Question?.Attribute("input") ?? "dtmf").Contains("dtmf", StringComparison.Ordinal), "keys are not taken here");
        read = Line.Heard.Length;
        Line.Does(new Doing.Keys(keys));
    });

    /// <summary>Lets a question, or the time for a message, go by.</summary>
    public Phone SaysNothing() => Then(async () =>
    {
        await Answer();
        await Asked();
        read = Line.Heard.Length;
        Line.Does(new Doing.Silence());
    });

    /// <summary>Speaks after the beep, and is still on the line then.</summary>
    public Phone Speaks(string words, int seconds = 12) => Then(async () =>
    {
        await Asked();
        Assert.True(Line.Question?.Name == "Record", $"nothing is recorded here: {Line.Question}");
        Line.Said = (words, seconds);
    });

    /// <summary>Says nothing more until the carrier takes it for the end.</summary>
    public Phone FallsSilent() => SaysNothing();

    public Phone HangsUp() => Then(async () =>
    {
        Line.Does(new Doing.HangsUp());
        await IsOver();
    });

    /// <summary>The desk ends the call.</summary>
    public Phone IsHungUpOn() => Then(IsOver);

    /// <summary>The carrier was told to stop before anybody answered.</summary>
    public Phone StopsRinging() => Then(async () =>
    {
        await IsOver();
        Assert.Contains(Line.Status, new[] { "canceled", "no-answer" });
    });

    public Phone DoesNotAnswer() => Ends("no-answer");

    public Phone IsBusy() => Ends("busy");

    public Phone CannotBeReached() => Ends("failed");

    /// <summary>A mailbox takes the call, and listens patiently to whatever it is told.</summary>
    public Phone IsAMailbox() => Then(async () =>
    {
        Line.Decision.TrySetResult("machine");
        while (Line.Stage != Stage.Over)
        {
            await Line.Until(() => Line.Stage is Stage.Gathering or Stage.Recording or Stage.Over, () => $"the mailbox of {Number} waits: {Line.Heard}");
            if (Line.Stage != Stage.Over)
                Line.Does(new Doing.Silence());
        }
    });

    /// <summary>Two people talk to each other.</summary>
    public Phone IsPutThrough() => Then(() => Line.Until(() => Line.Stage == Stage.Connected, () => $"{Number} was not put through, but heard: {Line.Heard}"));

    public Phone GetsText(params string[] words) => Then(async () =>
    {
        var text = await Next(texts.Reader, "gets no text");
        foreach (var some in words)
            Assert.Contains(some, text.Body.Replace('\u00a0', ' ').Replace('\u202f', ' '), StringComparison.Ordinal);
    });

    internal void Rings(Leg call) => ringing.Writer.TryWrite(call);

    internal void Gets(Text text) => texts.Writer.TryWrite(text);

    private Phone Ends(string status) => Then(async () =>
    {
        Line.Decision.TrySetResult(status);
        await IsOver();
    });

    private void Holds(Leg call) => (leg, read) = (call, 0);

    private Task Answer()
    {
        if (Line.Stage == Stage.Ringing)
            Line.Decision.TrySetResult("in-progress");
        return Line.Until(() => Line.Stage != Stage.Ringing, () => $"{Number} still rings");
    }

    private async Task Asked()
    {
        await Line.Until(() => Line.Stage is Stage.Gathering or Stage.Recording or Stage.Over, () => $"{Number} is asked nothing, but heard: {Line.Heard}");
        Assert.False(Line.Stage == Stage.Over, $"{Number} was hung up on, after: {Line.Heard}");
    }

    /// <summary>The call has ended, and the desk was told all of it.</summary>
    private async Task IsOver()
    {
        await Line.Until(() => Line.Stage == Stage.Over, () => $"{Number} is still on the line, after: {Line.Heard}");
        await Task.WhenAll(Line.Walks);
        await carrier.Line.Settles();
    }

    private int Found(string some) => Line.Heard.IndexOf(some, read, StringComparison.Ordinal);

    private async Task<T> Next<T>(ChannelReader<T> arrivals, string orElse)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        var arrival = arrivals.ReadAsync(patience.Token).AsTask();
        // When the story broke off at another phone, that is what there is to be told.
        if (await Task.WhenAny(arrival, carrier.BrokenOff) == carrier.BrokenOff)
            await carrier.BrokenOff;
        await ((Task)arrival).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Assert.True(arrival.IsCompletedSuccessfully, $"{Number} {orElse}. {carrier.Tale}");
        return await arrival;
    }

    private static IEnumerable<T> Left<T>(ChannelReader<T> arrivals)
    {
        while (arrivals.TryRead(out var one))
            yield return one;
    }

    private Phone Then(Action step) => Then(() =>
    {
        step();
        return Task.CompletedTask;
    });

    private Phone Then(Func<Task> step)
    {
        told = After(told);
        return this;

        async Task After(Task before)
        {
            await before;
            try
            {
                await step();
            }
            catch (Exception failure)
            {
                carrier.BreaksOff(failure);
                throw;
            }
        }
    }
}

using ChatSupport.Desk;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.Storage;
using NodaTime;
using NodaTime.Extensions;

namespace ChatSupport.Bot.Delivery;

/// <summary>Lets the tickets of a wave follow what was published, a few at a time: whoever acts meanwhile waits for a few and not for all.</summary>
internal sealed class WaveLetter(ServiceDesk desk, TimeProvider time) : ILetter
{
    private const int Most = 50;

    /// <summary>Whoever was declaring in the moment of the publication is done by then.</summary>
    private static readonly Duration LastLook = Duration.FromSeconds(15);

    public string Notice => WaveNews.Notice;

    public Task<Sending> Send(OutboxRow row, CancellationToken stop) => desk.Receive<Sending>(
        async visit =>
        {
            if (await visit.Tell(WaveNews.Read(row), Most) is { } rest)
                await visit.Store.Enqueue(rest.ToRow(visit.Now, rest.IsLast ? time.GetUtcNow().ToInstant() + LastLook : NodaConstants.UnixEpoch));
            return new Sending.Sent();
        }, stop);
}

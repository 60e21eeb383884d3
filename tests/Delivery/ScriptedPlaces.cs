using System.Collections.Concurrent;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Tests.Delivery;

/// <summary>Places where tickets are followed, which answer as the test says and remember every attempt.</summary>
internal sealed class ScriptedPlaces
{
    private readonly ConcurrentQueue<OutboxRow> attempts = new();

    /// <summary>What comes of an attempt; everything is shown unless the test says otherwise.</summary>
    public Func<OutboxRow, Sending> Script { get; set; } = _ => new Sending.Sent();

    /// <summary>Where something was shown, and what: the card, or the event of this number.</summary>
    public IEnumerable<string> Shown => attempts.Select(row => $"{row.Way} {row.Recipient} {(row.Arguments.Length == 0 ? "card" : row.Arguments)}");

    public ILetter[] Letters =>
    [
        .. from way in new[] { Way.Slack, Way.Teams }
           from notice in new[] { Place.CardOf(way), Place.ToldBy(way) }
           select new Letter(this, notice),
    ];

    private sealed class Letter(ScriptedPlaces places, string notice) : ILetter
    {
        public string Notice => notice;

        public Task<Sending> Send(OutboxRow row, CancellationToken stop)
        {
            places.attempts.Enqueue(row);
            return Task.FromResult(places.Script(row));
        }
    }
}

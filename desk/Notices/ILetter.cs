using ChatSupport.Desk.Storage;

namespace ChatSupport.Desk.Notices;

/// <summary>A message that tells of no ticket: whoever enqueued it writes it when it leaves, and sends it.</summary>
public interface ILetter
{
    /// <summary>The notice of its rows in the outbox.</summary>
    string Notice { get; }

    /// <returns>What came of this one attempt.</returns>
    Task<Sending> Send(OutboxRow row, CancellationToken stop);
}

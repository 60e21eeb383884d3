using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Voice.Carrier;
using NodaTime;

namespace ChatSupport.Voice.Recordings;

/// <summary>What is still to be done about a message at the carrier, in the outbox like everything that leaves the desk.</summary>
internal static class RecordingLetters
{
    public const string FetchNotice = "Phone.Fetch";
    public const string EraseNotice = "Phone.Erase";

    public static OutboxRow Fetch(string recording, Instant now) => Row(FetchNotice, recording, now);

    public static OutboxRow Erase(string recording, Instant now) => Row(EraseNotice, recording, now);

    private static OutboxRow Row(string notice, string recording, Instant now) =>
        new($"{notice}:{recording}", Tray.Rest, nameof(Way.Phone), Recipient: "", TicketId: null, notice, recording, NodaConstants.UnixEpoch, now);
}

/// <summary>Brings a message home.</summary>
internal sealed class FetchLetter(RecordingKeeper recordings) : ILetter
{
    public string Notice => RecordingLetters.FetchNotice;

    public async Task<Sending> Send(OutboxRow row, CancellationToken stop) =>
        await recordings.Fetch(row.Arguments, stop) ? new Sending.Sent() : new Sending.Retry("not-here-yet");
}

/// <summary>Erases a message at the carrier, once it is kept here.</summary>
internal sealed class EraseLetter(TwilioClient twilio) : ILetter
{
    public string Notice => RecordingLetters.EraseNotice;

    public async Task<Sending> Send(OutboxRow row, CancellationToken stop) =>
        await twilio.Erase(row.Arguments, stop) ? new Sending.Sent() : new Sending.Retry("not-erased");
}

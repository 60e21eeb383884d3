using System.Globalization;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Storage;
using NodaTime;

namespace ChatSupport.Bot.Playground.Outbox;

/// <summary>One message as it left.</summary>
/// <param name="To">The address that it went to.</param>
/// <param name="Ticket">The reference that it is about.</param>
internal sealed record SentView(long Id, Instant At, string Way, string To, string? Subject, string Text, string? Html, string? Ticket)
{
    public static SentView Of(DemoOutboxRow sent) =>
        new(sent.Id, sent.At, sent.Way, sent.Recipient, sent.Subject, sent.Text, sent.Html, sent.Ticket);
}

/// <param name="Next">What to pass as <c>since</c> to read on; messages to come will be behind it.</param>
internal sealed record SentPage(IReadOnlyList<SentView> Items, string Next);

/// <summary>What <c>since</c> means: behind the cursor of another page, or from an instant on.</summary>
internal sealed record Since(long After, Instant From)
{
    private const int PageSize = 1000;

    /// <returns>Null when it is neither.</returns>
    public static Since? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new Since(0, NodaConstants.UnixEpoch);
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var cursor))
            return new Since(cursor, NodaConstants.UnixEpoch);
        // A plus sign that was not escaped arrives as a space.
        return IsoTime.Read(text.Replace(' ', '+')) is { } from ? new Since(0, from) : null;
    }

    public async Task<SentPage> Page(Store store, CancellationToken stop)
    {
        var rows = await store.Read(reader => reader.DemoOutbox(After, From, PageSize), stop);
        var next = rows is [.., var last] ? last.Id : After;
        return new SentPage([.. rows.Select(SentView.Of)], next.ToString(CultureInfo.InvariantCulture));
    }
}

using ChatSupport.Desk;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Storage;
using ChatSupport.Voice.Paging;
using NodaTime;

namespace ChatSupport.Voice.Calls;

/// <summary>
/// A message of nobody knows whom (E13): off hours the person on call is rung, since it may be a PREMIUM client with another phone; but
/// strangers must not be able to keep them awake.
/// </summary>
internal static class UnidentifiedMessage
{
    public const int PagesPerHour = 4;

    private static readonly Duration Hour = Duration.FromHours(1);
    private const int MostLooked = 50;

    public static async ValueTask PageFor(Visit visit, VoicemailRow left, Instant now)
    {
        var since = visit.Now - Hour;
        if (BusinessCalendar.French.IsOpen(visit.Now) || await visit.Store.VoicemailsPagedSince(since) >= PagesPerHour)
            return;
        var lately = await visit.Store.UnidentifiedVoicemails(MostLooked);
        if (lately.Exists(earlier => earlier.Number == left.Number && earlier.PagedAt > since))
            return;
        await visit.Store.SaveVoicemail(left with { PagedAt = visit.Now });
        await MessageLetter.Enqueue(visit.Store, left.Id, visit.Directory.Rota, visit.Now, now);
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChatSupport.Bot.Language;
using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Portal.Tickets;

/// <summary>Takes what was done on a ticket's page to the desk, once, and with the files that came with it.</summary>
internal sealed class PostedAct(ServiceDesk desk, FileShelf shelf)
{
    public async Task<Answer> Take(string reference, Visitor me, IFormCollection form, CancellationToken stop)
    {
        if (Once.Read(form) is not { } delivery)
            return new Answer.Refused(new Refusal(RefusalKind.NotNow, BotText.Say("Portal.Notice.FormExpired")));
        var offer = Offer.Named(form["act"]);
        if (form["at"].ToString() is { Length: > 0 } at && IsoTime.Read(at) is null)
            return new Answer.Refused(Refusal.Invalid("at", BotText.Say("Api.NotAnInstant")));
        var origin = new Origin(
            me.Actor, Door.Web, new DeliveryKey($"web:{me.Person.Id}", delivery), HashOf(form), offer is { Depends: true } ? VersionIn(form) : null);
        return offer is null
            ? await Comment(reference, me, form, origin, stop)
            : await desk.Act(reference, offer.Read(form), origin, CancellationToken.None);
    }

    /// <summary>Files are laid down first, so that an event never names one that is not there, and taken away again if it comes to nothing.</summary>
    private async Task<Answer> Comment(string reference, Visitor me, IFormCollection form, Origin origin, CancellationToken stop)
    {
        // Looked at before anything is written: a stranger fills no disk.
        if (form.Files.Count > 0 && await desk.Find(reference, me.Actor, stop) is null)
            return new Answer.Refused(Refusal.Of(RefusalKind.Unknown, "Refusals.Unknown", reference));
        var files = new List<Attached>();
        Answer? answer = null;
        try
        {
            foreach (var sent in form.Files.Take(Attachments.MostAtOnce + 1))
                files.Add(await shelf.Put(sent, stop));
            var words = form["comment"].ToString();
            if (string.IsNullOrWhiteSpace(words) && files.Count > 0)
                words = BotText.Say("Portal.Ticket.FilesAlone", string.Join(", ", files.Select(file => file.Name))).In(me.Tongue);
            return answer = await desk.Act(reference, new Comment(words) { Files = [.. files] }, origin, CancellationToken.None);
        }
        finally
        {
            if (answer is not Answer.Accepted { IsRepeat: false })
                shelf.Remove(files);
        }
    }

    private static int? VersionIn(IFormCollection form) =>
        int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    private static string HashOf(IFormCollection form)
    {
        var said = form.Where(part => part.Key is not ("__RequestVerificationToken" or Once.Field or "version"))
            .OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => $"{part.Key}={part.Value}")
            .Concat(form.Files.Select(file => $"{file.FileName}:{file.Length}"));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', said))));
    }
}

using ChatSupport.Bot.Teams.Wire;
using ChatSupport.Bot.Wire;

namespace ChatSupport.Bot.Teams.Files;

/// <summary>A file that came with a message: from somebody's drive, or a picture in the words themselves.</summary>
/// <param name="Name">Without an extension when Teams did not say what it is.</param>
internal sealed record SharedFile(string Name, string Url)
{
    private const string FromDrive = "application/vnd.microsoft.teams.file.download.info";

    public static IReadOnlyList<SharedFile> In(Activity activity) =>
    [
        .. from attachment in activity.Json.Items("attachments")
           let type = attachment.Text("contentType") ?? ""
           let url = type == FromDrive ? attachment.Text("content", "downloadUrl")
               : type.StartsWith("image/", StringComparison.OrdinalIgnoreCase) ? attachment.Text("contentUrl")
               : null
           where url is not null
           select new SharedFile(attachment.Text("name") ?? "image", url),
    ];

    /// <summary>A file that was sent without a word still says something: its name.</summary>
    public static string Names(IEnumerable<SharedFile> files) => string.Join(", ", files.Select(file => file.Name));
}

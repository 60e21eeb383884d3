using System.IO;
using System.Security.Cryptography;
using ChatSupport.Bot.Configuration;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Portal.Tickets;

/// <summary>Where attached files lie: beside the store, under names that nobody chose. They are written and read, never opened up.</summary>
internal sealed class FileShelf(BotSettings settings)
{
    private readonly string folder = DataFolder.Beside(settings, "attachments").FullName;

    /// <summary>Stores a file as it came. It belongs to no ticket until the event is committed; <see cref="Remove"/> it when it is not.</summary>
    public async Task<Attached> Put(IFormFile sent, CancellationToken stop)
    {
        await using var content = sent.OpenReadStream();
        return await Put(sent.FileName, content, stop);
    }

    /// <summary>The same for a file that we fetched ourselves; of a longer one than may be attached only so much is kept as to see that.</summary>
    public async Task<Attached> Put(string name, Stream content, CancellationToken stop)
    {
        var file = new Attached(Attachments.NameOf(name), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), 0);
        try
        {
            await using var target = new FileStream(PathOf(file), FileMode.CreateNew, FileAccess.Write);
            var buffer = new byte[64 * 1024];
            int read;
            while (target.Length <= Attachments.MaxBytes && (read = await content.ReadAsync(buffer, stop)) > 0)
                await target.WriteAsync(buffer.AsMemory(0, read), stop);
            return file with { Size = target.Length };
        }
        catch
        {
            Remove([file]);
            throw;
        }
    }

    public void Remove(IEnumerable<Attached> files)
    {
        foreach (var file in files)
            File.Delete(PathOf(file));
    }

    /// <summary>Null when it has been removed since.</summary>
    public Stream? Open(Attached file) => File.Exists(PathOf(file)) ? File.OpenRead(PathOf(file)) : null;

    private string PathOf(Attached file) => Path.Combine(folder, file.File);
}

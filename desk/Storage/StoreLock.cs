using System.IO;
using ChatSupport.Desk.Language;

namespace ChatSupport.Desk.Storage;

/// <summary>
/// An embedded store has one program at a time: two would page people twice. The lock is the operating system's, on a file
/// beside the store's, so that it ends with the process, however that ends.
/// </summary>
internal static class StoreLock
{
    // What the operating system says of a file that another process holds: Windows, Linux, macOS.
    private static readonly int[] Held = [unchecked((int)0x80070020), 11, 35];

    /// <exception cref="StoreRefusedException">Another program has the store open, or the folder cannot be written.</exception>
    public static FileStream Take(string path)
    {
        try
        {
            if (System.IO.Path.GetDirectoryName(path) is { Length: > 0 } folder)
                System.IO.Directory.CreateDirectory(folder);
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (Held.Contains(error.HResult))
        {
            throw new StoreRefusedException(DeskText.Say("Storage.InUse", path), error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreRefusedException(DeskText.Say("Storage.NotWritable", path), error);
        }
    }
}

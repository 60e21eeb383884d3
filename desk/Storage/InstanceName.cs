using System.Globalization;

namespace ChatSupport.Desk.Storage;

/// <summary>What an instance of the program is called among others: its machine, its process, and a number of its own.</summary>
internal static class InstanceName
{
    public static string New() => string.Create(
        CultureInfo.InvariantCulture, $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid().ToString("N")[..6]}");
}

namespace ChatSupport.Tests.Faults;

/// <summary>How long faults are played: a short form with the other tests, the long one by <c>./test faults</c>.</summary>
internal static class Extent
{
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("CHATSUPPORT_FAULTS") == "long";

    public static int Of(int few, int many) => IsLong ? many : few;

    /// <summary>Whoever waits for the long form sees that it goes on.</summary>
    public static void Tell(string how)
    {
        if (IsLong)
            Console.Error.WriteLine($"{TimeProvider.System.GetLocalNow():HH:mm:ss} {how}");
    }
}

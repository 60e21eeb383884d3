namespace ChatSupport.Tests.Faults;

/// <summary>How long faults are played: a short form with the other tests, the long one by <c>./test faults</c>.</summary>
internal static class Extent
{
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("CHATSUPPORT_FAULTS") == "long";

    public static int Of(int few, int many) => IsLong ? many : few;
}

namespace ChatSupport.Tests.House;

internal static class Found
{
    /// <summary>Fails with everything that was found, a line each.</summary>
    public static void Nothing(IEnumerable<string> found)
    {
        var all = found.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }
}

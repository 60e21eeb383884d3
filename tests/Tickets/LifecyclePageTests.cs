using System.IO;
using ChatSupport.Tests.House;

namespace ChatSupport.Tests.Tickets;

public sealed class LifecyclePageTests
{
    private static readonly string Page = Repository.PathOf("docs", "lifecycle.md");

    [Fact]
    public void The_page_shows_the_life_cycle_as_it_is()
    {
        var written = File.ReadAllText(Page);
        var drawn = LifecyclePage.Redrawn(written);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(Page, drawn);
        else
            Assert.True(written == drawn, $"docs/lifecycle.md is out of date. UPDATE_DOCS=1 ./test rewrites it; it should read:\n\n{drawn}");
    }
}

using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ChatSupport.Tests.Browser;

/// <summary>One window of one person.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    public Window(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add(message.Text);
        };
        context.WebError += (_, error) => complaints.Add(error.Error);
    }

    public IPage Page { get; }

    public async Task<IPage> Second() => await context.NewPageAsync();

    /// <summary>Nothing that a person could not perceive or use, by the rules of axe, and not one complaint in the console.</summary>
    public async Task IsSound()
    {
        var found = (await Page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical");
        Assert.Empty(found.Select(violation => $"{Page.Url}: {violation.Id} {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
        IsQuiet();
    }

    public void IsQuiet() => Assert.Empty(complaints);

    public ValueTask DisposeAsync() => context.DisposeAsync();
}

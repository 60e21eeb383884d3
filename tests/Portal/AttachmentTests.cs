using System.Net;
using System.Text;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Portal;

public sealed class AttachmentTests : IAsyncLifetime
{
    private static readonly byte[] Small = Encoding.UTF8.GetBytes("<script>alert(1)</script>");
    private RunningDesk desk = null!;
    private PortalVisitor claire = null!;
    private TicketSeen ticket = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await RunningDesk.At("2026-11-24T10:12:00+01:00");
        ticket = await desk.Declares("claire.morel");
        claire = await PortalVisitor.SignedIn(desk, "claire.morel");
    }

    public ValueTask DisposeAsync()
    {
        claire.Dispose();
        return desk.DisposeAsync();
    }

    [Fact]
    public async Task A_file_comes_back_as_it_went_to_be_saved_and_not_shown()
    {
        Assert.Equal(HttpStatusCode.Redirect, (await claire.Attaches(Path, "Le journal.", ("../journal d’été.log", Small))).StatusCode);
        var file = await claire.Gets($"{Path}/files/3");

        Assert.Equal(Small, await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("application/octet-stream", file.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("journal d’été.log", file.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("default-src 'none'; sandbox", file.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Matches("^[0-9a-f]{32}$", Assert.Single(Shelf).Name);
    }

    [Fact]
    public async Task Files_alone_are_a_comment_and_resume_the_work()
    {
        await desk.Does(ticket, "acknowledge", "nadia.benali");
        await desk.Does(ticket, "hold", "nadia.benali", "Un journal, s’il vous plaît ?");
        await claire.Attaches(Path, "  ", ("a.png", Small), ("b.pdf", Small));

        Assert.Equal("InProgress", (await desk.Sees(ticket)).Status);
        Assert.Equal(["replied", "resumed", "attached", "attached"], (await desk.Timeline(ticket)).TakeLast(4).Select(happening => happening.Type));
        Assert.Contains("Fichiers joints : a.png, b.pdf", await claire.Sees(Path));
    }

    [Theory]
    [InlineData("virus.exe", 5, "ne peut pas être joint")]
    [InlineData("page.html", 5, "ne peut pas être joint")]
    [InlineData("noextension", 5, "ne peut pas être joint")]
    [InlineData("empty.txt", 0, "est vide")]
    [InlineData("large.txt", (10 * 1024 * 1024) + 1, "dépasse 10 Mo")]
    public async Task What_may_not_be_attached_is_refused_with_its_reason_and_leaves_nothing(string name, int size, string why)
    {
        var refused = await claire.Attaches(Path, "Voici le fichier demandé.", ("fine.txt", Small), (name, new byte[size]));

        var page = await PortalVisitor.Text(refused);
        Assert.Contains(why, page);
        Assert.Contains("Voici le fichier demandé.", page);
        Assert.Empty(Shelf);
        Assert.Single(await desk.Timeline(ticket));
    }

    [Fact]
    public async Task A_message_carries_four_files_and_a_ticket_ten()
    {
        var four = Enumerable.Range(0, 4).Select(n => ($"f{n}.txt", Small)).ToArray();

        Assert.Contains("4 fichiers au plus", await PortalVisitor.Text(await claire.Attaches(Path, "x", [.. four, ("five.txt", Small)])));
        await claire.Attaches(Path, "x", four);
        await claire.Attaches(Path, "x", four);
        Assert.Contains("10 fichiers au plus", await PortalVisitor.Text(await claire.Attaches(Path, "x", four)));
        await claire.Attaches(Path, "x", four[..2]);

        Assert.Equal(10, Shelf.Length);
    }

    [Fact]
    public async Task Sending_twice_attaches_once()
    {
        var form = PortalVisitor.HiddenIn(PortalVisitor.FormOf(await claire.Sees(Path), Path, "compose"));
        var delivery = form.Single(field => field.Name == "delivery").Value;
        for (var time = 0; time < 2; time++)
        {
            // The page gives a new name to each sending; here both have the first one's.
            var answer = await claire.Attaches(Path, "Le journal.", delivery, ("a.log", Small));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        Assert.Equal(["declared", "replied", "attached"], (await desk.Timeline(ticket)).Select(happening => happening.Type));
        Assert.Single(Shelf);
    }

    [Fact]
    public async Task A_flood_is_stopped_at_the_door()
    {
        var refused = await claire.Attaches(Path, "x", ("a.txt", new byte[42 * 1024 * 1024]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.Empty(Shelf);
    }

    private string Path => $"/portal/tickets/{ticket.Reference}";

    private System.IO.FileInfo[] Shelf =>
        new System.IO.DirectoryInfo(System.IO.Path.Combine(desk.Folder, "attachments")) is { Exists: true } shelf ? shelf.GetFiles() : [];
}

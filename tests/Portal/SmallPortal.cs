using ChatSupport.Bot.Configuration;
using ChatSupport.Bot.Delivery;
using ChatSupport.Bot.Portal.SignIn;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Driver;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace ChatSupport.Tests.Portal;

/// <summary>Sign-in alone, on a store and a directory of its own, with a clock that can be moved.</summary>
internal sealed class SmallPortal : IAsyncDisposable
{
    private readonly System.IO.DirectoryInfo folder;

    private SmallPortal(System.IO.DirectoryInfo folder, Store store)
    {
        (this.folder, Store) = (folder, store);
        System.IO.File.Copy(System.IO.Path.Combine(AppContext.BaseDirectory, "demo", "directory.yaml"), DirectoryPath);
        Directory = new LiveDirectory(DirectoryPath, Time, NullLogger<LiveDirectory>.Instance);
        SignIn = new PortalSignIn(store, Directory, Time);
        Links = new SignInLinks(store, Directory, new DeskClock(Time), Time);
        Mail = new SignInMail(Links, Directory, new BotSettings("", "", new Uri("https://desk.example"), null, null) { Delivery = new DeliverySettings(), Folder = "" }, Mock.Of<IServer>());
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public Store Store { get; }

    public LiveDirectory Directory { get; }

    public PortalSignIn SignIn { get; }

    public SignInLinks Links { get; }

    public SignInMail Mail { get; }

    private string DirectoryPath => System.IO.Path.Combine(folder.FullName, "directory.yaml");

    public static async Task<SmallPortal> Open()
    {
        var own = System.IO.Directory.CreateTempSubdirectory("portal-");
        return new SmallPortal(own, await Store.Open(await TestStore.In(own.FullName)));
    }

    /// <summary>Signs somebody in, and returns a later request of the same browser.</summary>
    public async Task<HttpContext> Enters(string person)
    {
        var entering = new DefaultHttpContext();
        await SignIn.SignInAs(entering, Directory.Current.Person(person)!);
        var later = new DefaultHttpContext();
        later.Request.Headers.Cookie = entering.Response.Headers.SetCookie.ToString().Split(';')[0];
        return later;
    }

    /// <summary>Changes the directory's file, and waits until it is in force.</summary>
    public void Rewrites(string what, string with)
    {
        System.IO.File.WriteAllText(DirectoryPath, System.IO.File.ReadAllText(DirectoryPath).Replace(what, with));
        Time.Advance(LiveDirectory.Polling);
        Assert.Empty(Directory.LastErrors);
    }

    public async ValueTask DisposeAsync()
    {
        Directory.Dispose();
        await Store.DisposeAsync();
        folder.Delete(recursive: true);
    }
}

using ChatSupport.Bot.Dialogs;
using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Driver;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Directory = System.IO.Directory;

namespace ChatSupport.Tests.Dialogs;

/// <summary>The real desk on a real file, its clock where the story wants it, and people who speak to it.</summary>
public sealed class DialogDesk : IAsyncDisposable
{
    private const string Cast = """
        clients:
          - id: meridien
            name: Méridien Logistique
            plan: BUSINESS
            tenants: [4d1c9a7be2f04c7f9b3e5a6d8c0f1e2a]
            contacts:
              - { id: paul.renard, name: { first: Paul, last: Renard }, phones: ["+33639980201"], language: fr }
              - { id: grace.hill, name: { first: Grace, last: Hill }, phones: ["+33639980202"], language: en }
              - { id: luc.parti, name: { first: Luc, last: Parti }, active: false }
          - id: borealis
            name: Borealis Énergie
            plan: PREMIUM
            tenants: [7f3a0c1e5b9d4e2f8a6b1c0d9e8f7a6b, 00000000000000000000000000000001]
            contacts:
              - { id: claire.morel, name: { first: Claire, last: Morel }, phones: ["+33639980101"] }
          - id: studio-kite
            name: Studio Kite
            plan: DEVELOPPEUR
            language: en
            tenants: [a1b2c3d4e5f60718293a4b5c6d7e8f90]
            contacts:
              - { id: ines.costa, name: { first: Inês, last: Costa } }
          - id: sans-offre
            name: Sans Offre SA
            plan: none
            contacts:
              - { id: marc.seul, name: { first: Marc, last: Seul } }
        desk:
          phone: "+33199000000"
          engineers:
            - { id: nadia.benali, name: { first: Nadia, last: Benali }, role: engineer, language: fr, phones: ["+33639980301"] }
            - { id: tom.lefevre, name: { first: Tom, last: Lefèvre }, role: engineer, language: en, phones: ["+33639980302"] }
            - { id: sylvie.roux, name: { first: Sylvie, last: Roux }, role: supervisor, language: fr }
        onCall:
          handover: { day: Monday, time: "09:00" }
          rotation: [nadia.benali, tom.lefevre]
          since: 2026-11-02
        """;

    private readonly System.IO.DirectoryInfo folder;
    private readonly FakeTimeProvider time;
    private Store store;
    private LiveDirectory people;

    private DialogDesk(System.IO.DirectoryInfo folder, Store store, LiveDirectory people, FakeTimeProvider time)
    {
        (this.folder, this.store, this.people, this.time) = (folder, store, people, time);
        (Desk, Conversations) = Built();
    }

    public ServiceDesk Desk { get; private set; }

    public Conversations Conversations { get; private set; }

    public KeptReplies Sink { get; } = new();

    public Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    public static async Task<DialogDesk> At(string now)
    {
        var place = Directory.CreateTempSubdirectory("dialogs-");
        await System.IO.File.WriteAllTextAsync(System.IO.Path.Combine(place.FullName, "directory.yaml"), Cast);
        var clock = new FakeTimeProvider(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        return new DialogDesk(place, await Opened(place), PeopleOf(place), clock);
    }

    public Speaker Meets(string person, string? about = null) => new(this, person, about is null ? $"web:{person}" : $"web:{person}:{about}", about);

    public void ItIs(string now) => time.SetUtcNow(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));

    public Person Person(string id) => people.Current.Person(id)!;

    public ChatSupport.Desk.People.Directory PeopleNow => people.Current;

    /// <summary>The program ends and starts again on the same file.</summary>
    /// <param name="gone">What is no longer in the directory then.</param>
    public async Task Restarts(string? gone = null)
    {
        if (gone is not null)
            await System.IO.File.WriteAllTextAsync(System.IO.Path.Combine(folder.FullName, "directory.yaml"), Cast.Replace(gone, "", StringComparison.Ordinal));
        await store.DisposeAsync();
        people.Dispose();
        (store, people) = (await Opened(folder), PeopleOf(folder));
        (Desk, Conversations) = Built();
    }

    public async Task<Ticket> Ticket(string reference) => (await Desk.Find(reference, Actor.Desk))!;

    public async Task<IReadOnlyList<Ticket>> Tickets() =>
        [.. (await store.Read(reader => reader.FindTickets(new(Limit: 500)))).Items.Select(row => row.ToTicket())];

    public Task<DialogRow?> Row(string conversation) => store.Read(reader => reader.LoadDialog(conversation));

    /// <summary>As something does that is not a turn.</summary>
    public Task<bool> MovesOn(DialogRow row) => store.Write(session => session.SaveDialog(row.Conversation, row.Version, row.State, row.UpdatedAt));

    public async Task<IReadOnlyList<Happening>> Timeline(string reference) => await Desk.Timeline(await Ticket(reference), Actor.Desk);

    /// <summary>Somebody acts by another door.</summary>
    public async Task<Answer> Does(string person, string reference, TicketAct act) =>
        await Desk.Act(reference, act, new Origin(Actor.Of(Person(person)), Door.Api));

    public Task<T> Writes<T>(Func<Session, ValueTask<T>> write) => store.Write(write);

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        people.Dispose();
        folder.Delete(recursive: true);
    }

    private (ServiceDesk Desk, Conversations Conversations) Built()
    {
        var desk = new ServiceDesk(store, people, new DeskClock(time), new HashSet<Way>());
        return (desk, new Conversations(desk, [Sink]));
    }

    private static async Task<Store> Opened(System.IO.DirectoryInfo folder) => await Store.Open(await TestStore.In(folder.FullName));

    private static LiveDirectory PeopleOf(System.IO.DirectoryInfo folder) =>
        new(System.IO.Path.Combine(folder.FullName, "directory.yaml"), TimeProvider.System, NullLogger<LiveDirectory>.Instance);
}

namespace ChatSupport.Desk.People;

/// <summary>
/// Who may speak to the desk, under which contract, and who answers: one immutable version of the directory file. Looked up by id
/// it knows everyone it names; recognised by address, number or identity are only those who may act today (E26).
/// </summary>
public sealed class Directory
{
    private readonly Dictionary<string, Client> clients;
    private readonly Dictionary<string, Person> people;
    private readonly Dictionary<ChatIdentity, Person> identities;
    private readonly Dictionary<string, Contact> emails;
    private readonly ILookup<string, Person> phones;
    private readonly Dictionary<string, Client> codes;
    private readonly Dictionary<string, IReadOnlyList<Contact>> contacts;

    internal Directory(IReadOnlyList<Client> clients, IReadOnlyList<Engineer> engineers)
    {
        Clients = clients;
        Engineers = engineers;
        Supervisors = [.. engineers.Where(engineer => engineer.IsSupervisor)];

        this.clients = clients.ToDictionary(client => client.Id);
        codes = clients.Where(client => client.Phone is not null).ToDictionary(client => client.Phone!.Code);
        contacts = clients.ToDictionary(client => client.Id, client => (IReadOnlyList<Contact>)[.. client.Contacts.Where(contact => contact.Active)]);
        people = clients.SelectMany(client => client.Contacts).Concat<Person>(engineers).ToDictionary(person => person.Id);

        Active = [.. engineers, .. clients.SelectMany(client => contacts[client.Id])];
        identities = Active.SelectMany(person => person.Identities.Select(identity => (identity, person))).ToDictionary();
        emails = Active.OfType<Contact>().Where(contact => contact.Email is not null).ToDictionary(contact => contact.Email!, StringComparer.OrdinalIgnoreCase);
        phones = Active.SelectMany(person => person.Phones.Select(phone => (phone, person))).ToLookup(pair => pair.phone, pair => pair.person);
    }

    public IReadOnlyList<Client> Clients { get; }

    /// <summary>At least one, supervisors included, in the file's order.</summary>
    public IReadOnlyList<Engineer> Engineers { get; }

    public IReadOnlyList<Engineer> Supervisors { get; }

    /// <summary>Everybody who may act today: the desk's own people, then the clients', each in the file's order.</summary>
    public IReadOnlyList<Person> Active { get; }

    public required DeskPlaces Places { get; init; }

    public required Rota Rota { get; init; }

    public required EscalationLadder Ladder { get; init; }

    public required IReadOnlyList<Warning> Warnings { get; init; }

    /// <summary>SHA-256 of the file's bytes in lower-case hexadecimal; instances that show the same one agree.</summary>
    public required string Hash { get; init; }

    public Client? Client(string id) => clients.GetValueOrDefault(id);

    public Person? Person(string id) => people.GetValueOrDefault(id);

    public Contact? Contact(string id) => Person(id) as Contact;

    public Engineer? Engineer(string id) => Person(id) as Engineer;

    public Person? ByIdentity(ChatIdentity identity) => identities.GetValueOrDefault(identity);

    /// <summary>Who somebody is in a chat service: as the file says, else as they have proven and are believed.</summary>
    /// <param name="linked">What they have proven, the latest first.</param>
    public ChatIdentity? IdentityOf(Person person, ChatService service, IReadOnlyList<ChatIdentity> linked) =>
        (service == ChatService.Slack ? person.Slack : person.Teams)
        ?? linked.Where(own => own.Service == service && Believed(person.Id, service, own.Realm) is not null).Select(own => (ChatIdentity?)own).FirstOrDefault();

    /// <summary>
    /// The person of this id if they may act today and somebody in this workspace or tenant may be them: a contact where their company is
    /// at home, an engineer where the desk is.
    /// </summary>
    public Person? Believed(string id, ChatService service, string realm) => Person(id) switch
    {
        Contact { Active: true } contact when Client(contact.ClientId)!.IsAtHome(service, realm) => contact,
        Engineer engineer when Places.IsAtHome(service, realm) => engineer,
        _ => null,
    };

    /// <summary>Case does not matter.</summary>
    public Contact? ByEmail(string address) => emails.GetValueOrDefault(address);

    /// <summary>Everyone who may be calling from this number: people of one company may share one.</summary>
    /// <param name="number">E.164.</param>
    public IReadOnlyList<Person> ByPhone(string number) => [.. phones[number]];

    /// <summary>The client whose code a caller keyed in. The PIN is still to be verified.</summary>
    public Client? ByPhoneCode(string code) => codes.GetValueOrDefault(code);

    /// <summary>The same, with these stand-ins after the file's own.</summary>
    internal Directory With(IEnumerable<StandIn> standIns)
    {
        var overrides = standIns.Select(one => one.In(this)).OfType<RotaOverride>().ToList();
        return new Directory(Clients, Engineers)
        {
            Places = Places,
            Rota = Rota with { Overrides = [.. Rota.Overrides, .. overrides] },
            Ladder = Ladder,
            Warnings = Warnings,
            Hash = Hash,
        };
    }

    /// <summary>How a sentence calls whoever has this id: a person, a company; the id itself when they have left the file.</summary>
    public string NameOf(string id) => Person(id)?.Name.Full ?? Client(id)?.Name ?? id;

    /// <summary>Those who may act for a client today; none when the client is unknown.</summary>
    public IReadOnlyList<Contact> ContactsOf(string client) => contacts.GetValueOrDefault(client, []);
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using ChatSupport.Desk.People;

namespace ChatSupport.Tests.People;

public sealed class LargeDirectoryTests
{
    private const int Clients = 2_000;
    private const int ContactsEach = 5;

    [Fact]
    public void Two_thousand_clients_and_ten_thousand_contacts_are_read_and_found_at_once()
    {
        var text = Text();
        var watch = Stopwatch.StartNew();
        var directory = Example.Read(text);

        Assert.Equal(Clients, directory.Clients.Count);
        Assert.Equal("p1999-4", directory.ByEmail("P1999-4@client.example")!.Id);
        Assert.Equal("p1234-2", directory.ByIdentity(new(ChatService.Slack, "T1234", "U1234-2"))!.Id);
        Assert.Equal(["p0-3"], directory.ByPhone("+33600000003").Select(person => person.Id));
        Assert.Equal(ContactsEach, directory.ContactsOf("client-1000").Count);
        for (var round = 0; round < 100_000; round++)
        {
            Assert.NotNull(directory.ByEmail("p1999-4@client.example"));
        }

        // Alone it takes well under a second; a machine busy with other tests gets the benefit of the doubt.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    private static string Text()
    {
        var text = new StringBuilder("clients:\n");
        for (var client = 0; client < Clients; client++)
        {
            text.Append(CultureInfo.InvariantCulture, $"""
                  - id: client-{client}
                    name: Client {client}
                    plan: BUSINESS
                    tenants: [{client:x32}]
                    slack: {"{"} workspaces: [T{client}], channel: C{client} {"}"}
                    contacts:

                """);
            for (var contact = 0; contact < ContactsEach; contact++)
            {
                text.Append(CultureInfo.InvariantCulture, $"""
                          - id: p{client}-{contact}
                            name: {"{"} first: Person, last: Number {contact} {"}"}
                            email: p{client}-{contact}@client.example
                            phones: ["+336{(client * ContactsEach) + contact:00000000}"]
                            slack: {"{"} workspace: T{client}, user: U{client}-{contact} {"}"}

                    """);
            }
        }

        return text.Append(Example.From("desk:")).ToString();
    }
}

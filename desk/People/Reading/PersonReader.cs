using ChatSupport.Desk.Language;

namespace ChatSupport.Desk.People.Reading;

/// <summary>What contacts and engineers have in common.</summary>
internal static class PersonReader
{
    public static Kind<Tongue> Language { get; } = Kind.OneOf(("fr", Tongue.French), ("en", Tongue.English));

    public static string Id(Section person, Register register, string example)
    {
        var id = person.Required("id", Kinds.Id(example));
        register.Ids.Take(id, person.LineOf("id"));
        return id ?? "";
    }

    public static PersonName Name(Section person) => person.RequiredPart("name", "{ first: Claire, last: Morel }", name =>
        new PersonName(name.Required("first", Kinds.Text("Claire")) ?? "", name.Required("last", Kinds.Text("Morel")) ?? "")) ?? new("", "");

    /// <summary>The ways of reaching somebody.</summary>
    /// <param name="company">Whose people may share a telephone.</param>
    /// <param name="realms">Where the company's chat identities live.</param>
    public static T Reached<T>(T someone, Section person, Register register, string company, Realms realms) where T : Person
    {
        var email = person.Value("email", Kinds.Email);
        register.Emails.Take(email, person.LineOf("email"));

        var phones = person.Values("phones", Kinds.Phone);
        foreach (var (line, phone) in phones)
        {
            register.Phones.Take(phone, line, by: company);
        }

        return (T)(someone with
        {
            Email = email,
            Phones = [.. phones.Select(phone => phone.Value).Distinct()],
            Slack = IdentityReader.Slack.Read(person, realms.Slack, realms.Refusal, register),
            Teams = IdentityReader.Teams.Read(person, realms.Teams, realms.Refusal, register),
        });
    }
}

using ChatSupport.Desk.Language;

namespace ChatSupport.Desk.People.Reading;

internal sealed record DeskSection(DeskPlaces Places, IReadOnlyList<Engineer> Engineers);

/// <summary>Where the desk lives, and who answers there.</summary>
internal static class DeskReader
{
    private const string Company = "desk";

    private static readonly Kind<EngineerRole> Roles = Kind.OneOf(("engineer", EngineerRole.Engineer), ("supervisor", EngineerRole.Supervisor));

    public static DeskSection Read(Section desk, Register register)
    {
        var places = new DeskPlaces(
            desk.Part("slack", "{ workspace: T0DESK, channel: C0DESKQUEUE }", Slack),
            desk.Part("teams", "{ tenant: …, team: desk-team, channel: \"19:desk-queue@thread.tacv2\" }", Teams),
            desk.Part("mail", "{ address: support@desk.example, name: Support Technique }", Mail),
            desk.Value("phone", Kinds.Phone));

        var realms = new Realms(Only(places.Slack?.Workspace), Only(places.Teams?.Tenant), "RealmOfDesk");
        var engineers = desk.RequiredParts("engineers", "{ id: nadia.benali, name: { first: Nadia, last: Benali } }", engineer => EngineerOf(engineer, register, realms));
        if (desk.Has("engineers") && engineers.Count == 0)
        {
            register.Findings.Add(desk.LineOf("engineers"), "NoEngineer");
        }

        return new DeskSection(places, engineers);
    }

    private static SlackChannel Slack(Section slack) => new(
        slack.Required("workspace", Kinds.Text("T0DESK")) ?? "",
        slack.Required("channel", Kinds.Text("C0DESKQUEUE")) ?? "");

    private static TeamsChannel Teams(Section teams) => new(
        teams.Required("tenant", Kinds.Text("9c1d2e3f-0000-4000-8000-00000000de5c")) ?? "",
        teams.Required("team", Kinds.Text("desk-team")) ?? "",
        teams.Required("channel", Kinds.Text("\"19:desk-queue@thread.tacv2\"")) ?? "");

    private static Mailbox Mail(Section mail)
    {
        var address = mail.Required("address", Kinds.Email) ?? "";
        return new Mailbox(address, mail.Value("name", Kinds.Text("Support Technique"), address));
    }

    private static string[]? Only(string? realm) => realm is null ? null : [realm];

    private static Engineer EngineerOf(Section section, Register register, Realms realms)
    {
        var engineer = new Engineer(
            PersonReader.Id(section, register, "nadia.benali"),
            PersonReader.Name(section),
            section.Value("language", PersonReader.Language, Tongue.French),
            section.Value("role", Roles, EngineerRole.Engineer));
        return PersonReader.Reached(engineer, section, register, Company, realms);
    }
}

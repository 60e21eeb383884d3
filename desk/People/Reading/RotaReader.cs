using NodaTime;

namespace ChatSupport.Desk.People.Reading;

/// <summary>Who answers when. The engineers are those of the desk; a name that is not theirs is reported.</summary>
internal static class RotaReader
{
    private static readonly Handover MondayMorning = new(IsoDayOfWeek.Monday, new LocalTime(9, 0));

    /// <summary>Any Monday serves while nobody says in whose week the rotation begins.</summary>
    private static readonly LocalDate AnyMonday = new(2024, 1, 1);

    /// <summary>Without a rota everyone takes a week in turn, supervisors only where there is nobody else.</summary>
    public static Rota Default(IReadOnlyList<Engineer> engineers)
    {
        IReadOnlyList<Engineer> turns = [.. engineers.Where(engineer => !engineer.IsSupervisor)];
        turns = turns.Count > 0 ? turns : engineers;
        return new Rota(MondayMorning, turns, turns, AnyMonday, []);
    }

    public static Rota Read(Section section, IReadOnlyList<Engineer> engineers, Findings findings)
    {
        var fallback = Default(engineers);
        var named = Named(engineers);
        var rotation = Listed(section, "rotation", named);
        var duty = Listed(section, "duty", named);
        return new Rota(
            section.Part("handover", "{ day: Monday, time: \"09:00\" }", HandoverOf) ?? MondayMorning,
            duty.Count > 0 ? duty : fallback.Duty,
            rotation.Count > 0 ? rotation : fallback.Rotation,
            section.Value("since", TimeKinds.Date, AnyMonday),
            section.Parts("overrides", "{ from: \"2026-12-24T19:00\", to: \"2026-12-26T09:00\", engineer: tom.lefevre }", stand => Override(stand, named, findings)));
    }

    private static Kind<Engineer> Named(IReadOnlyList<Engineer> engineers) =>
        Kind.OneOf([.. engineers.DistinctBy(engineer => engineer.Id, StringComparer.OrdinalIgnoreCase).Select(engineer => (engineer.Id, engineer))]);

    private static List<Engineer> Listed(Section section, string key, Kind<Engineer> named) =>
        [.. section.Values(key, named).Select(engineer => engineer.Value)];

    private static Handover HandoverOf(Section handover) => new(
        handover.Value("day", TimeKinds.Day, MondayMorning.Day),
        handover.Value("time", TimeKinds.Time, MondayMorning.Time));

    private static RotaOverride? Override(Section section, Kind<Engineer> named, Findings findings)
    {
        var from = section.Required("from", TimeKinds.DateAndTime);
        var to = section.Required("to", TimeKinds.DateAndTime);
        var engineer = section.Required("engineer", named);
        if (from == default || to == default || engineer is null)
        {
            return null;
        }

        if (to <= from)
        {
            findings.Add(section.LineOf("to"), "OverrideBackwards");
            return null;
        }

        return new RotaOverride(from, to, engineer);
    }
}

using ChatSupport.Desk.Declarations;
using NodaTime.Text;

namespace ChatSupport.Bot.Dialogs.Recognise;

/// <summary>Everything that a message says about an incident, as answers to the form: what is in it is not asked again.</summary>
internal static class Facts
{
    /// <summary>Those that make a message sound like an incident, and not like a word in passing.</summary>
    private static readonly string[] Telling =
        ["service", "region", "serviceInterrupted", "environment", "usersAffected", "workaround", "startedAt", "requestedPriority"];

    /// <summary>Only what the form takes.</summary>
    public static IReadOnlyDictionary<string, FieldAnswer> In(Utterance said, DeclarationContext context)
    {
        var found = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["title"] = Subject.In(said),
            ["description"] = said.Text,
            ["service"] = Service.In(said),
            ["region"] = Region.In(said),
            ["tenantId"] = Identifiers.TenantIn(said, context.Tenants),
            ["startedAt"] = When.In(said.Text, context.Now, context.Zone) is { } at ? InstantPattern.ExtendedIso.Format(at) : null,
            ["serviceInterrupted"] = Interruption.In(said),
            ["environment"] = Environment.In(said),
            ["usersAffected"] = UsersAffected.In(said),
            ["workaround"] = Workaround.In(said),
            ["requestedPriority"] = AskedPriority.In(said),
            ["callbackPhone"] = PhoneNumber.In(said),
            ["clientRef"] = ClientReference.In(said),
        };
        var answers = found.Where(fact => fact.Value is not null).ToDictionary(fact => fact.Key, fact => FieldAnswer.Of(fact.Value!));
        if (Identifiers.ResourcesIn(said, context.Tenants) is { Count: > 0 } resources)
            answers["resourceIds"] = FieldAnswer.Of(resources);
        return IncidentForm.Form.Read(answers, context).SoFar.Answers;
    }

    /// <summary>Whether this is an incident being told, rather than anything else.</summary>
    public static bool SoundLikeAnIncident(IReadOnlyDictionary<string, FieldAnswer> facts) => Telling.Count(facts.ContainsKey) >= 2;
}

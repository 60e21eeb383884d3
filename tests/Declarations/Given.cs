using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Declarations;
using NodaTime;

namespace ChatSupport.Tests.Declarations;

/// <summary>A complete declaration, and ways to spoil it.</summary>
internal static class Given
{
    public const string Tenant = "7f3a0c1e5b9d4e2f8a6b1c0d9e8f7a6b";
    public const string Resource = "0f8fad5b-d9cb-469f-a165-70867728950e";

    public static readonly DeclarationContext Business = new(Plan.Business, [Tenant], Instant.FromUtc(2026, 12, 24, 16, 30));

    public static Dictionary<string, FieldAnswer> Complete => new(StringComparer.Ordinal)
    {
        ["title"] = FieldAnswer.Of("VM injoignables en fr1"),
        ["description"] = FieldAnswer.Of("Toutes nos instances de fr1 sont injoignables depuis 17 h 20."),
        ["service"] = FieldAnswer.Of("compute"),
        ["region"] = FieldAnswer.Of("fr1"),
        ["tenantId"] = FieldAnswer.Of(Tenant),
        ["resourceIds"] = FieldAnswer.Of([Resource]),
        ["startedAt"] = FieldAnswer.Of("2026-12-24T17:20"),
        ["serviceInterrupted"] = FieldAnswer.Of("interrupted"),
        ["environment"] = FieldAnswer.Of("production"),
        ["businessImpact"] = FieldAnswer.Of("Plus aucune commande ne passe."),
        ["usersAffected"] = FieldAnswer.Of("all"),
        ["workaround"] = FieldAnswer.Of("no"),
        ["requestedPriority"] = FieldAnswer.Of("P1"),
        ["reason"] = FieldAnswer.Of("Production arrêtée."),
        ["actionsTried"] = FieldAnswer.Of("Redémarrage par la Console, sans effet."),
        ["callbackPhone"] = FieldAnswer.Of("06 12 00 02 01"),
        ["scopeAttestation"] = FieldAnswer.Of("true"),
    };

    public static Dictionary<string, FieldAnswer> With(this Dictionary<string, FieldAnswer> answers, string key, FieldAnswer answer)
    {
        answers[key] = answer;
        return answers;
    }

    public static Dictionary<string, FieldAnswer> With(this Dictionary<string, FieldAnswer> answers, string key, string answer) =>
        answers.With(key, FieldAnswer.Of(answer));

    public static Dictionary<string, FieldAnswer> Without(this Dictionary<string, FieldAnswer> answers, params string[] keys)
    {
        foreach (var key in keys)
            answers.Remove(key);
        return answers;
    }

    public static DeclarationReading Read(this Dictionary<string, FieldAnswer> answers, DeclarationContext? context = null) =>
        IncidentForm.Form.Read(answers, context ?? Business);
}

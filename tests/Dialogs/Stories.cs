using ChatSupport.Bot.Dialogs;
using ChatSupport.Desk.Declarations;

namespace ChatSupport.Tests.Dialogs;

/// <summary>What many stories have in common.</summary>
public static class Stories
{
    public const string Uuid = "6a9f0b52-1c2d-4e3f-8a4b-5c6d7e8f9a0b";

    /// <summary>Everything that a P2 needs, so that only the summary is left.</summary>
    public static readonly IReadOnlyList<string> ToTheSummary =
        ["nos VM de fr1 sont injoignables depuis 9h40, toute la prod", "les commandes sont arrêtées", "tous", "non", "P2", Uuid, "redémarrage par l'API, sans effet", "oui"];

    /// <summary>Says it.</summary>
    /// <param name="message">The first message, if it is another.</param>
    public static async Task<Speaker> ReachesTheSummary(this Speaker speaker, string? message = null)
    {
        await speaker.Answers([message ?? ToTheSummary[0], .. ToTheSummary.Skip(1)]);
        Assert.Contains(speaker.Buttons, button => button.Id.StartsWith("send", StringComparison.Ordinal));
        return speaker;
    }

    /// <summary>A P2, declared question by question.</summary>
    public static async Task<string> Declares(this Speaker speaker, string? message = null)
    {
        await speaker.ReachesTheSummary(message);
        await speaker.Clicks("send");
        return speaker.Replies.OfType<Reply.Card>().Single().Reference;
    }

    /// <summary>A P1, declared by the form.</summary>
    public static async Task<Speaker> DeclaresByForm(this Speaker speaker, params (string Key, string Answer)[] different) =>
        await speaker.FillsIn((await speaker.ClicksId("form")).Form.Id, FilledIn(different));

    /// <summary>A complete form of Méridien's, by field key.</summary>
    public static Dictionary<string, FieldAnswer> FilledIn(params (string Key, string Answer)[] different)
    {
        var answers = new Dictionary<string, string>
        {
            ["title"] = "Toutes les instances de fr1 sont injoignables",
            ["description"] = "Depuis ce matin aucune instance ne répond ; nous attendions un accès SSH normal.",
            ["service"] = "compute",
            ["region"] = "fr1",
            ["tenantId"] = "4d1c9a7be2f04c7f9b3e5a6d8c0f1e2a",
            ["startedAt"] = "2026-11-23T08:00:00+01:00",
            ["serviceInterrupted"] = "interrupted",
            ["environment"] = "production",
            ["businessImpact"] = "La préparation des commandes est arrêtée.",
            ["usersAffected"] = "all",
            ["workaround"] = "no",
            ["requestedPriority"] = "P1",
            ["reason"] = "Production arrêtée, aucun contournement.",
            ["resourceIds"] = Uuid,
            ["actionsTried"] = "Redémarrage par l'API, contrôle des groupes de sécurité.",
            ["callbackPhone"] = "+33639980201",
            ["scopeAttestation"] = "true",
        };
        foreach (var (key, answer) in different)
            answers[key] = answer;
        return answers.ToDictionary(pair => pair.Key, pair => FieldAnswer.Of(pair.Value));
    }
}

using ChatSupport.Bot.Delivery;
using ChatSupport.Tests.Carriers;
using ChatSupport.Tests.Driver;
using Microsoft.Extensions.DependencyInjection;

namespace ChatSupport.Tests.Teams;

/// <summary>A desk with Teams at its door: the whole program on one side, Azure and the Bot Connector on the other.</summary>
public sealed class TeamsStory : IAsyncDisposable
{
    public const string DeskChannel = "19:desk-queue@thread.tacv2";

    public static readonly TeamsPerson Claire = new("3b0b6a0e-52a3-4c55-9d0e-8f3f0f0c7a11", "6a9f0b52-0000-4000-8000-0000000c1a1e", "Claire Morel");
    public static readonly TeamsPerson Nadia = new(AzureCarrier.BotTenant, "6a9f0b52-0000-4000-8000-00000000ad1a", "Nadia Benali");
    public static readonly TeamsPerson Sylvie = new(AzureCarrier.BotTenant, "6a9f0b52-0000-4000-8000-000000005e1e", "Sylvie Roux");

    /// <summary>Works at Borealis, and is no named contact.</summary>
    public static readonly TeamsPerson Stranger = new("3b0b6a0e-52a3-4c55-9d0e-8f3f0f0c7a11", "6a9f0b52-0000-4000-8000-00000057a39e", "Somebody");

    private TeamsStory(AzureCarrier azure, ConnectorCarrier connector, RunningDesk desk)
    {
        (Azure, Connector, Desk) = (azure, connector, desk);
        Hand = new TeamsHand(azure, connector, desk.Http.BaseAddress!);
    }

    public AzureCarrier Azure { get; }

    public ConnectorCarrier Connector { get; }

    public RunningDesk Desk { get; }

    public TeamsHand Hand { get; }

    public static async Task<TeamsStory> At(string clock, params string[] settings)
    {
        var azure = await AzureCarrier.Start();
        var connector = await ConnectorCarrier.Start(azure);
        return new(azure, connector, await RunningDesk.At(clock, [.. azure.Settings, .. settings]));
    }

    /// <summary>They add the bot, and are greeted.</summary>
    public async Task<TeamsCard> Joins(TeamsPerson who)
    {
        Assert.Equal(200, (await Hand.Installs(who)).Status);
        return (await Connector.Says(who.Chat)).Card!;
    }

    /// <summary>Fills in a complete P1 on the card and sends it; where it is shown, the contact's own chat included.</summary>
    public async Task<(ConnectorCall Desk, ConnectorCall Client)> Declares(TeamsPerson who)
    {
        var (desk, _) = await DeclaresWithForm(who);
        var client = await Connector.Says(who.Chat, "INC-000001");
        await HasLeft();
        return (desk, client);
    }

    /// <summary>The same, wherever the client sees it.</summary>
    public async Task<(ConnectorCall Desk, TeamsAnswered Done)> DeclaresWithForm(TeamsPerson who)
    {
        await Joins(who);
        Assert.Equal(200, (await Hand.Writes(who, "formulaire")).Status);
        var form = (await Connector.Says(who.Chat, "Envoyer")).Card!;
        var incomplete = await Hand.Clicks(who, form, "Envoyer", null, Answers);
        var done = await Hand.Clicks(who, incomplete.Card, "Envoyer", null, Conditional);
        Assert.Contains("INC-000001", done.Words);
        return (await Connector.Begins(DeskChannel), done);
    }

    public static (string, string)[] Answers { get; } =
    [
        ("title", "Toutes les instances de fr1 sont injoignables"),
        ("description", "Depuis ce matin aucune instance ne répond ; nous attendions un accès SSH normal."), ("service", "compute"),
        ("region", "fr1"), ("startedAt", "2026-11-23"), ("startedAt.time", "08:00"), ("serviceInterrupted", "interrupted"), ("environment", "production"),
        ("businessImpact", "La préparation des commandes est arrêtée."), ("usersAffected", "all"), ("workaround", "no"), ("requestedPriority", "P1"),
        ("actionsTried", "Redémarrage par l'API, contrôle des groupes de sécurité."), ("scopeAttestation", "true"),
    ];

    /// <summary>What the others make mandatory.</summary>
    public static (string, string)[] Conditional { get; } =
    [
        ("reason", "Production arrêtée, aucun contournement."), ("resourceIds", "6a9f0b52-1c2d-4e3f-8a4b-5c6d7e8f9a0b"), ("callbackPhone", "+33639980101"),
    ];

    /// <summary>The story is over: what was to leave has left, and nothing left that was not expected.</summary>
    public async Task IsOver()
    {
        await HasLeft();
        Connector.IsContent();
    }

    /// <summary>Everything that was to leave has left, and where it stands is noted.</summary>
    public Task HasLeft() => Desk.Services.GetRequiredService<Pump>().Drain();

    public async ValueTask DisposeAsync()
    {
        Hand.Dispose();
        await Desk.DisposeAsync();
        await Connector.DisposeAsync();
        await Azure.DisposeAsync();
    }
}

using System.Text.Json.Nodes;
using ChatSupport.Tests.Carriers;
using ChatSupport.Tests.Driver;
using ChatSupport.Tests.Portal;
using ChatSupport.Tests.Slack;
using ChatSupport.Tests.Teams;

namespace ChatSupport.Tests.Scenarios;

/// <summary>One way into the desk, with people in front of it who do what a story says, each in that door's own manner.</summary>
internal abstract class ADoor : IAsyncDisposable
{
    protected const string Clock = "2026-11-23T10:00:00+01:00";

    public abstract RunningDesk Desk { get; }

    /// <summary>Claire declares a P1 with the form of this door.</summary>
    public abstract Task Declares();

    public abstract Task Does((string Who, string Verb, string Words) step);

    public abstract ValueTask DisposeAsync();

    /// <summary>The step as somebody types it.</summary>
    protected static string Typed((string Who, string Verb, string Words) step) => step.Verb switch
    {
        "outofscope" => $"hors périmètre INC-000001 {step.Words}",
        _ => $"{Verbs[step.Verb]} INC-000001 {step.Words}".Trim(),
    };

    private static readonly Dictionary<string, string> Verbs = new()
    {
        ["acknowledge"] = "prendre",
        ["answer"] = "répondre",
        ["ask"] = "demander",
        ["resume"] = "reprendre",
        ["note"] = "note",
        ["requalify"] = "requalifier",
        ["resolve"] = "résoudre",
        ["assign"] = "affecter",
        ["call"] = "appel",
        ["reply"] = "répondre",
        ["confirm"] = "confirmer",
        ["contest"] = "contester",
    };
}

/// <summary>The portal: the form's page, and words in the chat.</summary>
internal sealed class AtTheWeb(RunningDesk desk) : ADoor
{
    private const string Form = "/portal/declare";
    private readonly Dictionary<string, PortalVisitor> visitors = [];

    public override RunningDesk Desk => desk;

    public static async Task<AtTheWeb> Open() => new(await RunningDesk.At(Clock));

    public override async Task Declares()
    {
        (string, string)[] answers = [.. SlackStory.Answers, ("service", "compute"), ("requestedPriority", "P1"), ("callbackPhone", "+33639980101"), ("tenantId", "7f3a0c1e5b9d4e2f8a6b1c0d9e8f7a6b")];
        await (await Visitor("claire")).Sends(Form, Form, [.. answers.Select(answer => ($"answer.{answer.Item1}", answer.Item2.Replace("2026-11-23T08:00:00+01:00", "2026-11-23T08:00")))]);
    }

    public override async Task Does((string Who, string Verb, string Words) step) => await (await Visitor(step.Who)).Sends("/portal", "/portal", ("text", Typed(step)));

    public override async ValueTask DisposeAsync()
    {
        foreach (var visitor in visitors.Values)
            visitor.Dispose();
        await desk.DisposeAsync();
    }

    private async Task<PortalVisitor> Visitor(string who)
    {
        if (!visitors.TryGetValue(who, out var visitor))
            visitors[who] = visitor = await PortalVisitor.SignedIn(desk, who switch { "claire" => "claire.morel", "nadia" => "nadia.benali", _ => "sylvie.roux" });
        return visitor;
    }
}

/// <summary>Teams: cards and their forms.</summary>
internal sealed class InTeams(TeamsStory story) : ADoor
{
    public override RunningDesk Desk => story.Desk;

    public static async Task<InTeams> Open() => new(await TeamsStory.At(Clock));

    public override Task Declares() => story.DeclaresWithForm(TeamsStory.Claire);

    public override async Task Does((string Who, string Verb, string Words) step)
    {
        var who = step.Who switch { "claire" => TeamsStory.Claire, "nadia" => TeamsStory.Nadia, _ => TeamsStory.Sylvie };
        var shown = await story.Hand.Writes(who, "INC-000001", also: activity => activity["deliveryMode"] = "expectReplies");
        var card = new TeamsCard(shown.Json.GetProperty("activities")[0].GetProperty("attachments")[0].GetProperty("content"));
        var button = TeamsCard.All(card.Json, "Action.").FirstOrDefault(action => action.GetProperty("verb").GetString() == step.Verb);
        // What is not offered any more was offered on a card that somebody still sees.
        var clicked = button.ValueKind == default
            ? await story.Hand.Invokes(who, "adaptiveCard/action", Execute(step.Verb))
            : await story.Hand.Clicks(who, card, button.GetProperty("title").GetString()!.Replace('\u00a0', ' '));
        if (clicked.Card.Inputs.Count == 0)
            return;
        var (choice, words) = step.Verb is "resolve" or "requalify" && step.Words.Split(' ', 2) is [var first, var rest] ? (first, rest) : (step.Words, step.Words);
        await story.Hand.Clicks(who, clicked.Card, "Envoyer", null, [.. clicked.Card.Inputs.Select(input => (input, input == "comment" ? words : choice))]);
    }

    public override ValueTask DisposeAsync() => story.DisposeAsync();

    private static JsonObject Execute(string verb) => new()
    {
        ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = new JsonObject { ["choice"] = $"{verb}:INC-000001:1" } },
    };
}

/// <summary>Slack: the modal, and what is typed after a slash.</summary>
internal sealed class InSlack(SlackStory story) : ADoor
{
    public override RunningDesk Desk => story.Desk;

    public static async Task<InSlack> Open() => new(await SlackStory.At(Clock));

    public override Task Declares() => story.Declares(SlackPerson.Claire, SlackStory.BorealisChannel);

    public override Task Does((string Who, string Verb, string Words) step) =>
        story.Hand.Types(step.Who switch { "claire" => SlackPerson.Claire, "nadia" => SlackPerson.Nadia, _ => SlackPerson.Sylvie }, "/support", Typed(step));

    public override ValueTask DisposeAsync() => story.DisposeAsync();
}

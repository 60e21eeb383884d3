using System.Net;
using System.Text.RegularExpressions;
using ChatSupport.Bot.Delivery;
using ChatSupport.Tests.Carriers;
using ChatSupport.Tests.Driver;
using Microsoft.Extensions.DependencyInjection;

namespace ChatSupport.Tests.Slack;

/// <summary>A desk with Slack at its door: the whole program on one side, <see cref="SlackCarrier"/> on the other.</summary>
public sealed partial class SlackStory : IAsyncDisposable
{
    public const string DeskChannel = "C0DESKQUEUE";
    public const string MeridienChannel = "C0MERSUPP";
    public const string BorealisChannel = "C0BORSUPP";

    /// <summary>A Monday, with time enough before the office closes.</summary>
    public const string Monday = "2026-11-30T10:00:00+01:00";

    private string? directory;

    /// <param name="desk">One that has this carrier for its Slack.</param>
    public SlackStory(SlackCarrier slack, RunningDesk desk)
    {
        (Slack, Desk) = (slack, desk);
        Hand = new SlackHand(slack, desk.Http.BaseAddress!);
        slack.Town.Invite(DeskChannel, "T0DESK");
        slack.Town.Invite(MeridienChannel, "T0MERIDIEN");
        slack.Town.Invite(BorealisChannel, "T0BOREALIS");
    }

    public SlackCarrier Slack { get; }

    public RunningDesk Desk { get; }

    public SlackHand Hand { get; }

    public static async Task<SlackStory> At(string clock, params string[] settings)
    {
        var slack = await SlackCarrier.Start();
        return new(slack, await RunningDesk.At(clock, [.. slack.Settings, .. settings]));
    }

    /// <summary>The same with other words in the demo's directory.</summary>
    public static async Task<SlackStory> Where(string said, string says, params string[] settings)
    {
        var file = System.IO.Path.Combine(System.IO.Directory.CreateTempSubdirectory("directory-").FullName, "directory.yaml");
        var demo = await TestFile.Read(System.IO.Path.Combine(AppContext.BaseDirectory, "demo", "directory.yaml"));
        Assert.Contains(said, demo);
        await TestFile.Write(file, demo.Replace(said, says));
        var story = await At(Monday, [$"--Directory:Path={file}", .. settings]);
        story.directory = file;
        return story;
    }

    /// <summary>Somebody whom the desk does not know asks for a code, for this address.</summary>
    public async Task<SlackView> AsksForACode(SlackPerson who, string address)
    {
        await Hand.Opens(who);
        await Hand.ClicksIn(who, new SlackView(Slack, await Slack.Sees("views.publish")), "Associer mon compte");
        var ask = new SlackView(Slack, await Slack.Sees("views.open"));
        ask.Fill(("address", address));
        return new SlackView(Slack, Slack.Town.Answered(ask.Id, await Hand.Submits(who, ask)));
    }

    /// <summary>The code that was mailed last.</summary>
    public async Task<string> Code()
    {
        await Settles();
        var mail = (await Desk.Sent()).Items.Last(sent => sent is { Way: "mail", Subject: not null } && EightDigits().IsMatch(sent.Text));
        return EightDigits().Match(mail.Text).Value;
    }

    /// <summary>Somebody proves who they are.</summary>
    public async Task<SlackReaction> Links(SlackPerson who, string address)
    {
        var proof = await AsksForACode(who, address);
        proof.Fill(("code", await Code()));
        var welcome = await Hand.Submits(who, proof);
        Assert.Equal("update", welcome.Action);
        return welcome;
    }

    /// <summary>Types /incident and has the modal before them.</summary>
    public async Task<SlackView> Begins(SlackPerson who, string text = "")
    {
        Assert.Equal(HttpStatusCode.OK, (await Hand.Types(who, "/incident", text)).Status);
        return new SlackView(Slack, await Slack.Sees("views.open"));
    }

    /// <summary>Fills in a complete P1 and submits it; returns its cards, once they stand.</summary>
    public async Task<(SlackCall Desk, SlackCall Client)> Declares(SlackPerson who, string clientChannel)
    {
        var modal = await Begins(who);
        await Complete(who, modal);
        var done = await Hand.Submits(who, modal);
        Assert.True(done.Action == "update", $"{(int)done.Status} {done.Text}");
        return (await Slack.Posts(DeskChannel), await Slack.Posts(clientChannel));
    }

    /// <summary>Fills in a complete P1; what it makes mandatory appears on the way.</summary>
    public async Task Complete(SlackPerson who, SlackView modal)
    {
        foreach (var (block, option) in new[] { ("service", "compute"), ("requestedPriority", "P1") })
        {
            await Hand.Chooses(who, modal, block, option);
            await Slack.Sees("views.update");
        }
        modal.Fill(Answers);
    }

    /// <summary>An incident of Paul's that Nadia has taken, everything about it seen.</summary>
    public async Task<(SlackCall Desk, SlackCall Client)> Taken()
    {
        var cards = await Declares(SlackPerson.Paul, MeridienChannel);
        await Hand.Clicks(SlackPerson.Nadia, cards.Desk, "Prendre en charge");
        return await Seen(cards);
    }

    /// <summary>Both cards were changed and the news told under them; returns them as they stand now.</summary>
    public async Task<(SlackCall Desk, SlackCall Client)> Seen((SlackCall Desk, SlackCall Client) cards, string? toClient = null)
    {
        var now = (await Slack.Updates(cards.Desk), await Slack.Updates(cards.Client));
        await Slack.Posts(DeskChannel, under: cards.Desk);
        await Slack.Posts(MeridienChannel, toClient, under: cards.Client);
        return now;
    }

    /// <summary>Opens an act's modal by its button.</summary>
    public async Task<SlackView> Opens(SlackPerson who, SlackCall card, string button)
    {
        await Hand.Clicks(who, card, button);
        return new SlackView(Slack, await Slack.Sees("views.open"));
    }

    /// <summary>Fills an act's modal in and submits it; it closes.</summary>
    public async Task Does(SlackPerson who, SlackCall card, string button, params (string Block, string Value)[] answers)
    {
        var modal = await Opens(who, card, button);
        modal.Fill(answers);
        var reaction = await Hand.Submits(who, modal);
        Assert.True(reaction.Action == "clear", reaction.Text);
    }

    public Task<TicketSeen> Ticket(string reference = "INC-000001") => Desk.Sees(reference);

    public async Task<IReadOnlyList<HappeningSeen>> Timeline() => await Desk.Timeline(await Ticket());

    public static (string, string)[] Answers { get; } =
    [
        ("title", "Toutes les instances de fr1 sont injoignables"),
        ("description", "Depuis ce matin aucune instance ne répond ; nous attendions un accès SSH normal."),
        ("region", "fr1"), ("startedAt", "2026-11-23T08:00:00+01:00"), ("serviceInterrupted", "interrupted"), ("environment", "production"),
        ("businessImpact", "La préparation des commandes est arrêtée."), ("usersAffected", "all"), ("workaround", "no"),
        ("reason", "Production arrêtée, aucun contournement."), ("resourceIds", "6a9f0b52-1c2d-4e3f-8a4b-5c6d7e8f9a0b"),
        ("actionsTried", "Redémarrage par l'API, contrôle des groupes de sécurité."), ("scopeAttestation", "true"),
    ];

    /// <summary>What was to leave has left.</summary>
    public Task Settles() => Desk.Services.GetRequiredService<Pump>().Drain();

    /// <summary>The story is over: what was to leave has left, and nothing left that was not expected.</summary>
    public async Task IsOver()
    {
        await Settles();
        Slack.IsContent();
    }

    public async ValueTask DisposeAsync()
    {
        Hand.Dispose();
        await Desk.DisposeAsync();
        await Slack.DisposeAsync();
        if (directory is not null)
            System.IO.Directory.GetParent(directory)!.Delete(recursive: true);
    }

    [GeneratedRegex("[0-9]{8}", RegexOptions.NonBacktracking)]
    private static partial Regex EightDigits();
}

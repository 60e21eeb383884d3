using ChatSupport.Bot.Api;
using ChatSupport.Bot.Configuration;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Slack;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Voice;
using ChatSupport.Voice.Checks;

namespace ChatSupport.Bot.CommandLine;

/// <summary>One line of <c>bot check</c>.</summary>
internal sealed record CheckItem(string Mark, Sentence Says)
{
    public const string Good = "✓";
    public const string Bad = "✗";

    /// <summary>Nothing to check: it is off, and may well stay so.</summary>
    public const string Off = "–";

    /// <summary>Nothing that keeps the desk from starting, and worth knowing.</summary>
    public const string Note = "!";

    /// <summary>It belongs to the line above.</summary>
    public const string More = " ";

    public static CheckItem Of(string mark, string key, params ReadOnlySpan<object?> with) => new(mark, BotText.Say($"Check.{key}", with));
}

/// <summary>What <c>bot check</c> looks at, one after another; what cannot be looked at for want of something earlier is left out.</summary>
internal static class Checklist
{
    public static async IAsyncEnumerable<CheckItem> Of(WebApplicationBuilder builder)
    {
        var findings = new Findings();
        var settings = BotSettings.Read(builder.Configuration, builder.Environment, findings);
        foreach (var item in ConfigurationItems(findings, settings))
            yield return item;
        var people = System.IO.File.Exists(settings.DirectoryPath) ? DirectoryFile.Open(settings.DirectoryPath) : null;
        foreach (var item in DirectoryItems(settings.DirectoryPath, people))
            yield return item;
        yield return StoreItem(StoreProbe.Look(settings.Store));
        yield return ApiItem(new ApiKeys(builder.Configuration));
        if (settings.Smtp is null)
            yield return CheckItem.Of(CheckItem.Off, "NoMail");
        else if (settings.Smtp is { Host: not "", Port: > 0 and <= ushort.MaxValue } smtp)
            yield return await SmtpCheck.Try(smtp);
        if (settings.Slack is null)
            yield return CheckItem.Of(CheckItem.Off, "NoSlack");
        else if (settings.Slack.ApiUrl is { } api && SlackSettings.IsSafe(api))
            await foreach (var item in SlackCheck.Try(settings.Slack))
                yield return item;
        foreach (var item in await PhoneItems(settings.Voice, findings))
            yield return item;
        yield return await TeamsCheck.Try(settings.Teams);
        foreach (var item in await TeamsCheck.Listeners(settings, people?.Directory))
            yield return item;
    }

    private static IEnumerable<CheckItem> ConfigurationItems(Findings findings, BotSettings settings) => findings.All.Count > 0
        ? findings.All.Select(finding => new CheckItem(CheckItem.Bad, finding))
        : [CheckItem.Of(CheckItem.Good, settings.Demo is null ? "Desk" : "Demo")];

    /// <summary>A file that is not there is a finding of the configuration already.</summary>
    private static IEnumerable<CheckItem> DirectoryItems(string path, DirectoryReading? reading) => reading switch
    {
        null => [],
        { Directory: { } directory } => [CheckItem.Of(CheckItem.Good, "Directory", path, directory.Clients.Count, directory.Engineers.Count)],
        _ => reading.Errors.Select(error => error.Line == 0
            ? new CheckItem(CheckItem.Bad, error.What)
            : CheckItem.Of(CheckItem.Bad, "DirectoryError", path, error.Line, error.What)),
    };

    private static CheckItem StoreItem(StoreProbe probe) => probe.Problem is { } problem
        ? new CheckItem(CheckItem.Bad, problem)
        : CheckItem.Of(CheckItem.Good, probe.Exists ? "Store" : "StoreToCome", probe.Path);

    private static async Task<IReadOnlyList<CheckItem>> PhoneItems(VoiceSettings? voice, Findings findings)
    {
        if (voice is null)
            return [CheckItem.Of(CheckItem.Off, "NoPhone")];
        if (findings.All.Count > 0)
            return [];
        var wrong = await VoiceCheck.Look(voice);
        return wrong.Count > 0 ? [.. wrong.Select(what => new CheckItem(CheckItem.Bad, what))] : [CheckItem.Of(CheckItem.Good, "Phone", voice.From)];
    }

    private static CheckItem ApiItem(ApiKeys keys) => keys.IsOpen
        ? CheckItem.Of(CheckItem.Good, "Api", string.Join(", ", keys.Callers.Select(caller => caller.Name)))
        : CheckItem.Of(CheckItem.Off, "NoApi");
}

using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Language;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Dialogs.Cards;

/// <summary>What the desk sees of a wave, instead of a card for each of its tickets: how many, what, where, since when, and the way to publish it.</summary>
internal static class WaveNotice
{
    public static IReadOnlyList<Reply> Of(WaveRow wave, WaveSize size, Tongue tongue) =>
    [
        new Reply.Notice(wave.IsOver ? Tone.Good : Tone.Attention, Heading(wave, size).In(tongue)),
        new Reply.Choices($"{Where(size, tongue)} {Say("NoCards").In(tongue)}\n{Standing(wave).In(tongue)}", [.. Options(wave, tongue)]),
    ];

    public static Sentence Heading(WaveRow wave, WaveSize size) => Say("LikelyOneCause", size.Clients, size.Tickets, wave.BeganAt);

    public static Sentence ToPublish { get; } = Say("PublishForAll");

    /// <summary>Services, regions, and how many wait.</summary>
    public static string Where(WaveSize size, Tongue tongue) =>
        Say("Where", Labels("service", size.Services, tongue), Labels("region", size.Regions, tongue), size.Waiting).In(tongue);

    /// <summary>What has become of it, or can be done about it.</summary>
    public static Sentence Standing(WaveRow wave) => wave switch
    {
        { IsOver: true } => Say("Over"),
        { Title: { } title } => Say("Published", title),
        _ => Say("NotPublished"),
    };

    private static IEnumerable<Choice> Options(WaveRow wave, Tongue tongue)
    {
        if (wave.Cause is null)
            yield return new Choice(new Request(Verb.Publish, wave.Name).ToChoice(), ToPublish.In(tongue), ChoiceStyle.Primary);
        if (!wave.IsOver)
            yield return new Choice(new Request(Verb.Unacknowledged).ToChoice(), BotText.Say("Dialogs.Do.Unacknowledged").In(tongue));
    }

    private static string Labels(string field, IReadOnlyList<string> keys, Tongue tongue)
    {
        var choices = IncidentForm.Form.Find(field)!.ChoicesFor(Plan.Premium);
        return keys.Count == 0 ? "–" : string.Join(", ", keys.Select(key => choices.FirstOrDefault(choice => choice.Key == key)?.Label.In(tongue) ?? key));
    }

    private static Sentence Say(string entry, params ReadOnlySpan<object?> with) => BotText.Say($"Waves.{entry}", with);
}

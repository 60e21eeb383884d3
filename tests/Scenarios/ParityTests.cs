using System.Text.Json;

namespace ChatSupport.Tests.Scenarios;

/// <summary>What can be done at one door can be done at all of them: the same stories, and the same comes out at the desk.</summary>
public sealed class ParityTests
{
    /// <summary>Each step: who, what they want, and with which words or choice.</summary>
    public static TheoryData<string, string[]> Stories => new()
    {
        { "resolved and confirmed", ["nadia acknowledge", "nadia answer Nous regardons le cluster 4.", "nadia resolve Production Hyperviseur remplacé.", "claire confirm"] },
        { "asked, answered, contested", ["nadia acknowledge", "nadia ask Quel hyperviseur ?", "claire reply Le numéro 4.", "nadia resolve Production Redémarré.", "claire contest Toujours rien.", "sylvie assign sylvie.roux"] },
        { "asked, and gone on without an answer", ["nadia acknowledge", "nadia ask Quel hyperviseur ?", "nadia resume", "nadia resolve Production Redémarré.", "claire confirm"] },
        { "disputed and decided in last resort", ["nadia acknowledge", "nadia requalify P2 Un contournement existe.", "claire reply Non, tout est arrêté.", "sylvie requalify P2 La matrice dit P2."] },
        { "noted, called, closed as out of scope", ["nadia note Voir le journal du pare-feu.", "nadia call", "nadia outofscope Votre propre pare-feu bloque le trafic."] },
        { "taken twice", ["nadia acknowledge", "sylvie acknowledge", "nadia resolve Preproduction Correctif livré.", "claire reply Merci, nous vérifions."] },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task The_same_story_is_the_same_at_every_door(string story, string[] steps)
    {
        var told = await Task.WhenAll(Play(await AtTheWeb.Open(), steps), Play(await InTeams.Open(), steps), Play(await InSlack.Open(), steps));
        Assert.True(told.Distinct().Count() == 1, $"{story}\n{string.Join("\n\n", told)}");
    }

    private static async Task<string> Play(ADoor door, string[] steps)
    {
        await using (door)
        {
            await door.Declares();
            foreach (var step in steps)
                await door.Does(step.Split(' ', 3) is [var who, var verb, .. var rest] ? (who, verb, rest.FirstOrDefault("")) : default);
            var timeline = await door.Desk.Timeline(await door.Desk.Sees("INC-000001"));
            return string.Join('\n', timeline.Where(happening => happening.Type is not ("pageSent" or "undelivered")).Select((happening, at) =>
                $"{at} {happening.By} {happening.Type} {happening.Internal} {(happening.Type == "declared" ? Answers(happening.Detail) : happening.Detail.GetRawText())}"));
        }
    }

    private static string Answers(JsonElement declared) => string.Join(
        ' ', declared.GetProperty("declaration").EnumerateObject().OrderBy(answer => answer.Name, StringComparer.Ordinal).Select(answer => $"{answer.Name}={answer.Value}"));
}

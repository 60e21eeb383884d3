using System.Text.Json.Nodes;
using ChatSupport.Bot.Dialogs;

namespace ChatSupport.Bot.Teams.Kit;

/// <summary>
/// A button. It carries the id of what is chosen; on a message it is an <c>Action.Execute</c>, and where a client does not know that, the
/// <c>Action.Submit</c> that arrives as a message. In a window only the latter exists.
/// </summary>
internal static class CardAction
{
    /// <summary>In what a button sends: the chosen <see cref="Choice.Id"/>.</summary>
    public const string Chosen = "choice";

    /// <summary>Instead of it: the form that is sent with its inputs.</summary>
    public const string Form = "form";

    /// <summary>Instead of it: what is chosen stands in the input of this name.</summary>
    public const string Picked = "pick";

    /// <summary>What the button says, so that the answer can say it back.</summary>
    public const string Said = "said";

    private const int LongestTitle = 60;

    /// <summary>On a message.</summary>
    /// <param name="key">What is sent: <see cref="Chosen"/>, or one of the two that send the inputs along.</param>
    public static JsonObject Execute(Choice choice, string key = Chosen)
    {
        var action = Named("Action.Execute", choice, key);
        action["verb"] = choice.Id.Split(':')[0];
        action["fallback"] = Named("Action.Submit", choice, key);
        return action;
    }

    /// <summary>In a window.</summary>
    public static JsonObject Submit(Choice choice, string key = Chosen) => Named("Action.Submit", choice, key);

    /// <summary>Opens what is chosen in a window.</summary>
    public static JsonObject Open(Choice choice)
    {
        var action = Named("Action.Submit", choice, Chosen);
        action["data"]!["msteams"] = new JsonObject { ["type"] = "task/fetch" };
        return action;
    }

    private static JsonObject Named(string type, Choice choice, string key)
    {
        var title = Text.Fit(choice.Label, LongestTitle);
        var action = new JsonObject
        {
            ["type"] = type,
            ["title"] = title,
            ["data"] = new JsonObject { [key] = choice.Id, [Said] = title },
        };
        if (key == Chosen)
            action["associatedInputs"] = "none";
        if (choice.Style != ChoiceStyle.Plain)
            action["style"] = choice.Style == ChoiceStyle.Danger ? "destructive" : "positive";
        return action;
    }
}

using ChatSupport.Bot.Teams.Wire;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Teams.Arriving;

/// <summary>
/// By what a repeated activity is known again, and where its replies go. Ids are Teams' own within one conversation; a change of a message
/// has the id of the message.
/// </summary>
internal static class Deliveries
{
    /// <summary>Something said: the replies are messages.</summary>
    public const string Message = "teams";

    /// <summary>Something clicked: the reply is the card, as far as it can be.</summary>
    public const string Click = "teams:click";

    /// <summary>The replies go into the answer.</summary>
    public const string OnTheSpot = "teams:spot";

    /// <summary>Ids mostly are moments; they come first, so that the store adds what arrives now behind what arrived before.</summary>
    public static DeliveryKey Of(Activity activity, string scope) => new(scope, $"{activity.Id}:{activity.Conversation}");
}

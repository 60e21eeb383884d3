using System.Globalization;
using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Language;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Dialogs.Declaring;

/// <summary>Published incidents that may be the very one that is being declared. Only the published words are known here: whose ticket it is never shows.</summary>
internal static class KnownIncidents
{
    /// <param name="but">Tickets that are spoken of by themselves.</param>
    public static async ValueTask<IReadOnlyList<PublishedRow>> To(TurnContext turn, Draft draft, Declaration soFar, IEnumerable<long> but) =>
    [
        .. (await turn.Store.PublishedIncidents())
            .Where(known => LookAlikes.IsAlike(known, soFar) && !draft.NotThese.Contains(NameOf(known)) && !but.Contains(known.TicketId)),
    ];

    public static Sentence Words(PublishedRow known) => BotText.Say("DeclareDialog.Known", known.Title, known.Sentence);

    public static Choice Choice(TurnContext turn, Draft draft, PublishedRow known) =>
        draft.ChoiceOf(Verb.FollowKnown, NameOf(known), turn.Words("DeclareDialog.FollowThis", MenuDialog.Excerpt(known.Title)), ChoiceStyle.Primary);

    /// <summary>How a draft remembers it.</summary>
    public static string NameOf(PublishedRow known) => known.Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>They are told when it is over, and need no ticket of their own; one that ended meanwhile needs theirs.</summary>
    public static async ValueTask Follow(TurnContext turn, Draft draft, string name, DeclarationContext context)
    {
        var known = long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? await turn.Store.PublishedIncident(id) : null;
        if (known is null || turn.Who is not Contact contact || !await turn.Visit.Follow(id, contact, turn.Turn.Door))
        {
            turn.Notify(Tone.Attention, "DeclareDialog.KnownNoMore");
            await DeclareSteps.Proceed(turn, draft, context);
            return;
        }

        turn.State = turn.State.Ended(draft, null);
        turn.Notify(Tone.Good, "DeclareDialog.Following", known.Title);
    }
}

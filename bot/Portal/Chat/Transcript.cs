using ChatSupport.Bot.Dialogs;
using ChatSupport.Desk;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Portal.Chat;

/// <summary>What was said in the portal's chat, written down in the turn's own transaction. Secrets in it are masked before.</summary>
internal sealed class Transcript : IReplySink
{
    public const int PageSize = 60;

    public Door Door => Door.Web;

    public async ValueTask Hear(Visit visit, Turn turn) =>
        await Write(visit, turn, 0, Line.Body(Secrets.Mask(await InWords(visit.Store, turn)).Text));

    public async ValueTask Keep(Visit visit, Turn turn, IReadOnlyList<Reply> replies)
    {
        for (var part = 1; part <= replies.Count; part++)
            await Write(visit, turn, part, Line.Body(replies[part - 1]));
    }

    private static ValueTask Write(Visit visit, Turn turn, int part, string body) =>
        visit.Store.Write(turn.Conversation, turn.Delivery.Id, part, visit.Now, body);

    /// <summary>What the person reads as having said: a button's label, a form's title.</summary>
    private static async ValueTask<string> InWords(Session session, Turn turn)
    {
        if (turn.Said is Input.Words { Text: var text })
            return text;
        var replies = Line.Of(await session.Transcript(turn.Conversation, PageSize)).Select(line => line.Reply).ToList();
        return turn.Said switch
        {
            Input.Chosen { Id: var id } => replies.OfType<Reply.Choices>()
                .SelectMany(choices => choices.Options).LastOrDefault(option => option.Id == id)?.Label ?? id,
            Input.Filled { Form: var id } => replies.OfType<Reply.Form>().LastOrDefault(form => form.Id == id)?.Title ?? id,
            _ => "",
        };
    }
}

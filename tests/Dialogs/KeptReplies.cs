using ChatSupport.Bot.Dialogs;
using ChatSupport.Desk;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Tests.Dialogs;

/// <summary>A door that keeps its replies in the turn's transaction; a story may have something happen there first.</summary>
public sealed class KeptReplies : IReplySink
{
    public Door Door => Door.Web;

    public List<IReadOnlyList<Reply>> Kept { get; } = [];

    public Func<Visit, Turn, ValueTask> First { get; set; } = (_, _) => default;

    public async ValueTask Keep(Visit visit, Turn turn, IReadOnlyList<Reply> replies)
    {
        await First(visit, turn);
        Kept.Add(replies);
    }
}

using ChatSupport.Bot.Teams.Cards;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Teams.Leaving;

/// <summary>Says replies in a conversation.</summary>
internal sealed class Speaker(Posting posting, TicketCards cards, LiveDirectory directory) : ILetter
{
    public string Notice => Said.Notice;

    public async Task<Sending> Send(OutboxRow row, CancellationToken stop)
    {
        var said = Said.Of(row);
        var to = TeamsAddress.Parse(said.To)!;
        var tickets = said.Person is { } id && directory.Current.Person(id) is { } reader
            ? await cards.Named(said.Replies, reader, said.Tongue, stop)
            : new Dictionary<string, TicketView>(StringComparer.Ordinal);
        var (answer, _) = await posting.Say(to.Tenant, to.Conversation, OutgoingActivity.Of(said.Replies, tickets, said.Tongue), stop);
        return answer.ToSending();
    }
}

using ChatSupport.Bot.Mail;
using ChatSupport.Bot.Slack.Kit;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;

namespace ChatSupport.Bot.Slack.Cards;

/// <summary>What one person is told of an event: the same as by mail.</summary>
internal static class News
{
    public static Marked Of(Message message, Tongue tongue) =>
        Marked.Lines((message.To is Contact ? ClientLetter.Of(message) : DeskLetter.Of(message)).Select(part => Words(part, tongue)));

    private static Marked Words(Part part, Tongue tongue) => part switch
    {
        Part.Says says => Marked.Say(says.Sentence, tongue),
        Part.Quotes quotes => Marked.Quote(quotes.Text),
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };
}

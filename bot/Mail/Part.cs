using ChatSupport.Bot.Language;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Notices;

namespace ChatSupport.Bot.Mail;

/// <summary>A piece of a letter, before it is text or HTML.</summary>
internal abstract record Part
{
    public sealed record Says(Sentence Sentence) : Part;

    /// <summary>What a person wrote, exactly as they wrote it.</summary>
    public sealed record Quotes(string Text) : Part;

    /// <param name="entry">An entry of the page <c>Mail</c>.</param>
    public static Part Say(string entry, params ReadOnlySpan<object?> with) => new Says(BotText.Say($"Mail.{entry}", with));

    public static Part Quote(string text) => new Quotes(text);
}

/// <summary>What letters call people and things.</summary>
internal static class Naming
{
    /// <summary>Who did it; their id when they have left the directory.</summary>
    public static string Author(this Message message) => message.NameOf(message.About.By);

    public static string NameOf(this Message message, string id) => message.Directory.NameOf(id);

    public static bool IsByReader(this Message message) => message.About.By == message.To.Id;

    public static string Reference(this Message message) => message.Ticket.Reference;

    public static string ClientName(this Message message) => message.Directory.Client(message.Ticket.Client)?.Name ?? message.Ticket.Client;
}

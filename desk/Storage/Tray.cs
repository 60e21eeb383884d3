namespace ChatSupport.Desk.Storage;

/// <summary>
/// In which tray a message lies until it leaves. Each has places of its own among what is on its way, so that no tray is held up by another: nobody
/// sleeps through an incident, or waits before a silent chat, because ten thousand mails are to leave first.
/// </summary>
public enum Tray
{
    /// <summary>Cards, notices and whatever else is to be done.</summary>
    Rest = 0,

    /// <summary>Somebody is called to work.</summary>
    Pages = 1,

    /// <summary>Somebody has just said something in a chat, and looks at the screen.</summary>
    Replies = 2,

    /// <summary>Letters; a mail server takes its time.</summary>
    Mail = 3,

    /// <summary>Mail for which somebody waits before a closed door: a link, a code.</summary>
    Keys = 4,
}

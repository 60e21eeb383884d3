namespace ChatSupport.Desk.Notices;

/// <summary>The link by which a caller whom the phone cannot help declares in writing.</summary>
public static class CallersLink
{
    /// <summary>Its notice in the outbox when it goes to a contact by mail; whoever writes mails answers to it.</summary>
    public const string ByMail = "Phone.LinkByMail";
}

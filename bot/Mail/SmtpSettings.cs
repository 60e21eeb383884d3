using System.Globalization;
using ChatSupport.Bot.Configuration;
using MailKit.Security;

namespace ChatSupport.Bot.Mail;

/// <summary>How mail leaves: the section <c>Mail:Smtp</c>.</summary>
/// <param name="UseTls">True: implicit TLS on port 465, STARTTLS on others; false: plain, for a relay on this machine.</param>
internal sealed record SmtpSettings(string Host, int Port, string? User, string? Password, bool UseTls)
{
    private const int Submission = 587;
    private const int Submissions = 465;

    /// <summary>Encryption that is asked for is never done without: a server that does not offer it gets no mail.</summary>
    public SecureSocketOptions Security => (UseTls, Port) switch
    {
        (false, _) => SecureSocketOptions.None,
        (true, Submissions) => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTls,
    };

    /// <returns>Null when the section is absent: no mail is sent.</returns>
    public static SmtpSettings? Read(IConfigurationSection section, Findings findings)
    {
        if (!section.Exists())
            return null;
        if (string.IsNullOrWhiteSpace(section["Host"]))
            findings.Add("SmtpHostMissing");
        if (!TryPort(section["Port"], out var port))
            findings.Add("SmtpPortWrong", section["Port"]);
        if (section["User"] is not null && section["Password"] is null)
            findings.Add("SmtpPasswordMissing");
        return new SmtpSettings(section["Host"] ?? "", port, section["User"], section["Password"], section.GetValue("UseTls", true));
    }

    private static bool TryPort(string? text, out int port)
    {
        port = Submission;
        return text is null || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= ushort.MaxValue);
    }
}

using System.Text.RegularExpressions;
using ChatSupport.Bot.Mail;
using ChatSupport.Desk.Acts;
using ChatSupport.Tests.Delivery;
using ChatSupport.Tests.Mail;
using MimeKit;

namespace ChatSupport.Tests.Security;

public sealed partial class MailInjectionTests : IAsyncLifetime
{
    private readonly CapturingTransport mails = new();
    private Stage stage = null!;

    public async ValueTask InitializeAsync() => stage = await Stage.Pumping(new MailWay(mails));

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Theory]
    [MemberData(nameof(Attack.Texts), MemberType = typeof(Attack))]
    public async Task What_somebody_wrote_is_text_in_every_part_of_a_mail_and_adds_no_header(string text)
    {
        var ticket = await stage.Declares("paul.renard", ("title", text), ("description", $"{text} depuis ce matin"), ("clientRef", "MER-1"));
        await stage.Does(ticket, "nadia.benali", new Acknowledge(text));
        await stage.Drained();

        Assert.True(mails.Mails.Count >= 2);
        foreach (var mail in mails.Mails.Select(OnTheWire))
        {
            Assert.Empty(mail.Bcc);
            Assert.Single(mail.To);
            Assert.DoesNotContain('\n', mail.Subject!);
            Assert.All(Tag.Matches(mail.HtmlBody!), tag => Assert.Contains(tag.Groups["name"].Value, Ours));
            Assert.DoesNotContain("evil.example\"", mail.HtmlBody, StringComparison.Ordinal);
        }
    }

    private static readonly string[] Ours = ["DOCTYPE", "html", "head", "meta", "body", "p", "blockquote"];

    /// <summary>Written and read again, as the other side does.</summary>
    private static MimeMessage OnTheWire(MimeMessage mail)
    {
        using var wire = new System.IO.MemoryStream();
        mail.WriteTo(wire);
        wire.Position = 0;
        return MimeMessage.Load(wire);
    }

    [GeneratedRegex("</?!?(?<name>[A-Za-z]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tag { get; }
}

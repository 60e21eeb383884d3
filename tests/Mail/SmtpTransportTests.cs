using ChatSupport.Bot.Mail;
using ChatSupport.Desk.Notices;
using ChatSupport.Tests.Carriers;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace ChatSupport.Tests.Mail;

public sealed class SmtpTransportTests : IAsyncDisposable
{
    private readonly SmtpCarrier carrier = new();
    private readonly FakeTimeProvider time = new();
    private readonly SmtpTransport transport;

    public SmtpTransportTests() => transport = To(carrier.Port);

    public async ValueTask DisposeAsync()
    {
        transport.Dispose();
        await carrier.DisposeAsync();
    }

    [Fact]
    public async Task An_accepted_mail_is_sent_and_arrives_as_it_was_composed()
    {
        var sent = Assert.IsType<Sending.Sent>(await Send("paul@meridien.example"));
        var mail = Assert.Single(carrier.Kept);
        Assert.Equal(sent.VendorId, mail.MessageId);
        Assert.Equal("Objet accentué : été", mail.Subject);
        Assert.Equal("Voilà.\r\n.seul\r\n", mail.TextBody?.ReplaceLineEndings("\r\n"));
    }

    [Theory]
    [InlineData("RCPT", "450 4.2.1 <paul@meridien.example> is busy", "SMTP 450 4.2.1")]
    [InlineData(SmtpCarrier.EndOfData, "451 4.3.0 paul@meridien.example: later", "SMTP 451 4.3.0")]
    [InlineData("RCPT", "452 too much mail for paul@meridien.example", "SMTP 452")]
    public async Task A_no_for_now_is_tried_again_and_its_reason_names_nobody(string command, string answer, string why)
    {
        carrier.Answers(command, answer);
        Assert.Equal(new Sending.Retry(why), await Send("paul@meridien.example"));
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 <paul@meridien.example> unknown", "SMTP 550 5.1.1")]
    [InlineData(SmtpCarrier.EndOfData, "554 5.7.1 no mail for paul@meridien.example", "SMTP 554 5.7.1")]
    public async Task A_no_for_good_is_a_refusal_and_its_reason_names_nobody(string command, string answer, string why)
    {
        carrier.Answers(command, answer);
        Assert.Equal(new Sending.Refused(why), await Send("paul@meridien.example"));
    }

    [Fact]
    public async Task A_refused_sender_is_our_own_mistake_and_loses_no_mail()
    {
        carrier.Answers("MAIL", "550 5.7.1 not you");
        Assert.Equal(new Sending.Retry("SMTP 550 5.7.1"), await Send("paul@meridien.example"));
    }

    [Fact]
    public async Task A_wrong_password_loses_no_mail()
    {
        using var wrong = To(carrier.Port, password: "guess");
        Assert.Equal(new Sending.Retry("SMTP: AuthenticationException"), await wrong.Send(Mail("paul@meridien.example"), Stop));
    }

    [Fact]
    public async Task The_user_logs_in_before_the_first_mail()
    {
        using var known = To(carrier.Port, password: SmtpCarrier.Password);
        Assert.IsType<Sending.Sent>(await known.Send(Mail("paul@meridien.example"), Stop));
        Assert.Equal(SmtpCarrier.User, carrier.LoggedIn);
    }

    [Fact]
    public async Task A_server_that_asks_for_more_than_it_offers_is_not_spoken_to_in_the_clear()
    {
        using var strict = new SmtpTransport(new SmtpSettings("127.0.0.1", carrier.Port, null, null, UseTls: true), time);
        Assert.IsType<Sending.Retry>(await strict.Send(Mail("paul@meridien.example"), Stop));
        Assert.Empty(carrier.Kept);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_tried_again()
    {
        await carrier.DisposeAsync();
        Assert.Equal(new Sending.Retry("SMTP: ConnectionRefused"), await Send("paul@meridien.example"));
    }

    [Fact]
    public async Task A_server_too_busy_to_greet_is_tried_again()
    {
        carrier.Answers(SmtpCarrier.Greeting, "421 4.3.2 busy", times: 1);
        Assert.IsType<Sending.Retry>(await Send("paul@meridien.example"));
        Assert.IsType<Sending.Sent>(await Send("paul@meridien.example"));
    }

    [Fact]
    public async Task A_lost_answer_is_tried_again_and_the_repeat_has_the_same_id()
    {
        carrier.Answers(SmtpCarrier.EndOfData, SmtpCarrier.HangUp, times: 1);
        var mail = Mail("paul@meridien.example");
        Assert.IsType<Sending.Retry>(await transport.Send(mail, Stop));
        Assert.IsType<Sending.Sent>(await transport.Send(mail, Stop));
        Assert.Equal(2, carrier.Kept.Count);
        Assert.Single(carrier.Kept.Select(copy => copy.MessageId).Distinct());
    }

    [Fact]
    public async Task One_connection_serves_many_mails_and_survives_a_refusal()
    {
        await Send("paul@meridien.example");
        carrier.Answers("RCPT", "550 5.1.1 unknown", times: 1);
        Assert.IsType<Sending.Refused>(await Send("nobody@meridien.example"));
        Assert.IsType<Sending.Sent>(await Send("ines@kite.example"));
        Assert.Equal(1, carrier.Connections);
    }

    [Fact]
    public async Task A_connection_that_was_told_421_is_not_used_again()
    {
        carrier.Answers("RCPT", "421 4.4.2 closing", times: 1);
        Assert.IsType<Sending.Retry>(await Send("paul@meridien.example"));
        Assert.IsType<Sending.Sent>(await Send("paul@meridien.example"));
        Assert.Equal(2, carrier.Connections);
    }

    [Fact]
    public async Task A_server_that_hung_up_meanwhile_costs_no_attempt()
    {
        await Send("paul@meridien.example");
        carrier.HangsUp();
        time.Advance(TimeSpan.FromMinutes(5));
        Assert.IsType<Sending.Sent>(await Send("paul@meridien.example"));
    }

    [Fact]
    public async Task A_slow_server_is_left_when_the_attempt_has_taken_long_enough()
    {
        var never = new TaskCompletionSource();
        carrier.Answers(SmtpCarrier.EndOfData, "250 OK", until: never.Task);
        using var limit = new CancellationTokenSource();
        var sending = transport.Send(Mail("paul@meridien.example"), limit.Token);
        await limit.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        carrier.Behaves();
        Assert.IsType<Sending.Sent>(await Send("paul@meridien.example"));
        never.SetResult();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private SmtpTransport To(int port, string? password = null) =>
        new(new SmtpSettings("127.0.0.1", port, password is null ? null : SmtpCarrier.User, password, UseTls: false), time);

    private Task<Sending> Send(string address) => transport.Send(Mail(address), Stop);

    private static MimeMessage Mail(string address)
    {
        var mail = new MimeMessage { Subject = "Objet accentué : été", Body = new TextPart("plain") { Text = "Voilà.\r\n.seul\r\n" } };
        mail.From.Add(new MailboxAddress("Support Technique", "support@desk.example"));
        mail.To.Add(new MailboxAddress("Paul", address));
        return mail;
    }
}

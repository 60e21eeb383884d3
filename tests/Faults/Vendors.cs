using System.Collections.Concurrent;
using System.Web;
using ChatSupport.Bot.Teams.Wire;
using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Carriers;
using ChatSupport.Tests.Carriers.Twilio;
using NodaTime;

namespace ChatSupport.Tests.Faults;

/// <summary>Slack, Teams, the phone and the mail server on a bad day; and what they were asked to do.</summary>
internal sealed class Vendors : IAsyncDisposable
{
    private readonly SmtpCarrier mail = new();
    private readonly SlackCarrier slack;
    private readonly AzureCarrier azure;
    private readonly ConnectorCarrier teams;
    private readonly TwilioCarrier phone;
    private readonly ConcurrentDictionary<string, TaskCompletionSource> rings = new();
    private TaskCompletionSource patience = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Vendors(SlackCarrier slack, AzureCarrier azure, ConnectorCarrier teams, TwilioCarrier phone)
    {
        (this.slack, this.azure, this.teams, this.phone) = (slack, azure, teams, phone);
        slack.Town.Invite(ChaosDirectory.Channel, ChaosDirectory.Workspace);
        phone.Rang += placed => RingFor(HttpUtility.ParseQueryString(new Uri(placed.Url!).Query)["subject"]!).TrySetResult();
    }

    public string[] Settings => [.. mail.Settings, .. slack.Settings, .. azure.Settings, "--Teams:ServiceHosts=127.0.0.1", .. phone.Settings];

    /// <summary>How many messages they may have had, and not said so: those come again.</summary>
    public int Doubts { get; private set; }

    public IReadOnlyList<MimeKit.MimeMessage> Letters => mail.Kept;

    /// <summary>What they call each message that they have shown, and each call that they have made.</summary>
    public IReadOnlyList<string> Done =>
    [
        .. slack.Calls.Where(call => call is { Method: "chat.postMessage", Error: null }).Select(call => call.Ts!),
        .. teams.Calls.Where(call => call is { Method: "POST", Status: < 300 }).Select(call => call.Id!),
        .. phone.Placed.Select(call => call.Sid),
    ];

    public static async Task<Vendors> Open()
    {
        var login = await AzureCarrier.Start();
        return new Vendors(await SlackCarrier.Start(), login, await ConnectorCarrier.Start(login), await TwilioCarrier.Start());
    }

    /// <summary>Where reports about calls go, and whoever is on call has added the bot in Teams.</summary>
    public async Task Know(Uri desk, Store store)
    {
        phone.Reaches(desk);
        await store.Write(session => session.NoteTeams(new TeamsConversationRow(
            ChaosDirectory.Tenant, "a:on-call", nameof(ConversationKind.Personal), ChaosDirectory.OnCall, null, teams.ServiceUrl, Instant.FromUtc(2026, 11, 23, 9, 0))));
    }

    /// <summary>A phone has rung about this ticket.</summary>
    public Task HasRungFor(string reference) => RingFor(reference).Task;

    /// <summary>It is busy, breaks in the middle, or takes a letter without a word.</summary>
    public void MailFails()
    {
        mail.Answers("RCPT TO", "451 4.3.2 come back later", times: 1);
        mail.Answers("MAIL FROM", SmtpCarrier.HangUp, times: 1);
        mail.Answers(SmtpCarrier.EndOfData, SmtpCarrier.HangUp, times: 1);
        Doubts++;
    }

    /// <summary>Each of the three is busy, broken, does what it is asked and drops the answer, or takes its time for it: until they fail again.</summary>
    public void Fail()
    {
        Behave();
        slack.Next("chat.postMessage", new SlackFault.Limited(1), new SlackFault.Broken(503), new SlackFault.Lost(), new SlackFault.Slow(patience.Task));
        foreach (var fault in new ConnectorFault[] { new ConnectorFault.Fails(429, RetryAfter: 1), new ConnectorFault.Fails(503), new ConnectorFault.Lost(), new ConnectorFault.Slow(patience.Task) })
            teams.Next(fault);
        phone.Faults.Answers("/Calls.json", 429, times: 1, retryAfter: 1);
        phone.Faults.Answers("/Calls.json", 503, times: 1);
        phone.Faults.LosesAnswerTo("/Calls.json");
        phone.Faults.AnswersLateTo("/Calls.json", patience.Task);
        Doubts += 6;
    }

    /// <summary>Nothing new goes wrong.</summary>
    public void Behave()
    {
        mail.Behaves();
        patience.TrySetResult();
        patience = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public async ValueTask DisposeAsync()
    {
        patience.TrySetResult();
        await mail.DisposeAsync();
        await slack.DisposeAsync();
        await teams.DisposeAsync();
        await azure.DisposeAsync();
        await phone.DisposeAsync();
    }

    private TaskCompletionSource RingFor(string reference) => rings.GetOrAdd(reference, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}

using System.Security.Cryptography;
using System.Text;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Clock;
using ChatSupport.Tests.Driver;
using ChatSupport.Voice.Calls;
using NodaTime;

namespace ChatSupport.Tests.Voice;

/// <summary>A call decided on paper: what came in, one after another, and where it led. No wire, no store, the time in the test's hand.</summary>
internal sealed class Caller
{
    public const string Claire = "+33612000101";
    public const string Paul = "+33612000201";
    public const string Ines = "+33612000301";
    public const string Lou = "+33612000401";
    public const string Stranger = "+33699999999";

    private static readonly string Pin = $"pbkdf2-sha256$1$c2FsdA==${Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes("9753"), "salt"u8, 1, HashAlgorithmName.SHA256, 32))}";

    private static readonly Directory People = Cast.Read(Cast.Yaml
        .Replace("id: borealis\n", $"id: borealis\n    phone: {{ code: \"4711\", pinHash: \"{Pin}\" }}\n", StringComparison.Ordinal)
        .Replace("id: claire.morel,", $"id: claire.morel, phones: [\"{Claire}\"],", StringComparison.Ordinal)
        .Replace("id: paul.renard,", $"id: paul.renard, phones: [\"{Paul}\"],", StringComparison.Ordinal)
        .Replace("id: ines.costa,", $"id: ines.costa, phones: [\"{Ines}\"],", StringComparison.Ordinal)
        .Replace("id: lou.garin,", $"id: lou.garin, phones: [\"{Lou}\"],", StringComparison.Ordinal)
        .Replace("id: nadia.benali,", "id: nadia.benali, phones: [\"+33613000001\"],", StringComparison.Ordinal)
        .Replace("id: tom.lefevre,", "id: tom.lefevre, phones: [\"+33613000002\"],", StringComparison.Ordinal)
        .Replace("id: sylvie.roux,", "id: sylvie.roux, phones: [\"+33613000003\"],", StringComparison.Ordinal));

    private readonly Instant at;

    private Caller(string number, string at)
    {
        this.at = Moment.At(at);
        Take(CallFlow.Begin(new Call { Sid = "CA1", Number = number, ReceivedAtMs = this.at.ToUnixTimeMilliseconds(), Step = new Step.AskCode() }, Around));
    }

    public Call Call { get; private set; } = null!;

    public List<Effect> Effects { get; } = [];

    public Ticket? Ticket { get; set; }

    public List<Call> Lately { get; } = [];

    public static Caller From(string number, string at = "2026-12-06T03:05") => new(number, at);

    public Caller Keys(string digits) => Sends(new Input.Keys(digits));

    public Caller Waits() => Keys("");

    public Caller Proves(bool isRight) => Sends(new Input.Pin(isRight));

    public Caller Sends(Input input)
    {
        Take(CallFlow.Next(Call, input, Around));
        return this;
    }

    public Caller NobodyAnswers()
    {
        while (Call.Step is Step.Ring)
            Sends(new Input.RungOut());
        return this;
    }

    private Circumstances Around => new(People, at, Ticket, Lately);

    /// <summary>The ticket that the desk would take is one that this call opens.</summary>
    private void Take(Turn turn)
    {
        Effects.AddRange(turn.Effects);
        Call = turn.Effects.Any(effect => effect is Effect.TakeTicket) ? turn.Call with { Ticket = "INC-000001", FoundOpen = true, HasOpened = Ticket is null } : turn.Call;
    }
}

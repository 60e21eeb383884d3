using System.Text.Json;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Carriers.Twilio;
using ChatSupport.Tests.Driver;
using Microsoft.Extensions.DependencyInjection;

namespace ChatSupport.Tests.Voice;

/// <summary>
/// A story by telephone: the whole program at an instant, and a carrier that plays Twilio. It ends quietly: every phone that rang and every text that arrived
/// was part of it, and every answer to the carrier was right.
/// </summary>
internal sealed class PhoneStory : IAsyncDisposable
{
    private PhoneStory(TwilioCarrier carrier, RunningDesk desk) => (Carrier, Desk) = (carrier, desk);

    public TwilioCarrier Carrier { get; }

    public RunningDesk Desk { get; }

    /// <summary>PREMIUM, French, wants texts.</summary>
    public Phone Claire => Carrier.Phone("+33639980101");

    /// <summary>PREMIUM, English.</summary>
    public Phone Yanis => Carrier.Phone("+33639980102");

    /// <summary>BUSINESS, French.</summary>
    public Phone Paul => Carrier.Phone("+33639980201");

    public Phone Stranger => Carrier.Phone("+33639980999");

    /// <summary>Engineer, French.</summary>
    public Phone Nadia => Carrier.Phone("+33639980301");

    /// <summary>Engineer, English.</summary>
    public Phone Tom => Carrier.Phone("+33639980302");

    /// <summary>Supervisor, French.</summary>
    public Phone Sylvie => Carrier.Phone("+33639980303");

    public static async Task At(string clock, Func<PhoneStory, Task> tell, params string[] settings)
    {
        await using var story = await Begin(clock, settings);
        await tell(story);
        await story.Settles();
        await story.Carrier.EndsQuietly();
    }

    public static async Task<PhoneStory> Begin(string clock, params string[] settings)
    {
        var carrier = await TwilioCarrier.Start();
        var desk = await RunningDesk.At(clock, [.. carrier.Settings, "--Twilio:AnswerWithin=00:00:05", .. settings]);
        carrier.Reaches(desk.Http.BaseAddress!);
        return new PhoneStory(carrier, desk);
    }

    /// <summary>Claire at night, whom no engineer's phone answers, up to the beep.</summary>
    public async Task ClaireReachesTheBeep()
    {
        var call = Claire.Dials().SaysNothing();
        await Nadia.PhoneRings().DoesNotAnswer();
        await Tom.PhoneRings().DoesNotAnswer();
        await call.Hears("Après le bip");
        await Claire.GetsText("votre appel est reçu", "Complétez votre déclaration");
    }

    /// <summary>A call that is over as soon as the ticket is there.</summary>
    public async Task ClaireCallsAndHangsUp()
    {
        await Claire.Dials().Hears("Votre appel est enregistré").HangsUp();
        await Claire.GetsText("votre appel est reçu");
    }

    /// <summary>The person on call presses the key, and the client is told.</summary>
    public async Task NadiaTakesIt()
    {
        await Nadia.PhoneRings().Presses("1").Hears("est à vous").IsHungUpOn();
        await Claire.GetsText("Nadia Benali");
    }

    /// <summary>Somebody writes to the desk in chat.</summary>
    public Task Says(string person, string words) => Desk.Services.GetRequiredService<Conversations>().Take(new Turn(
        Desk.Services.GetRequiredService<LiveDirectory>().Current.Person(person)!, Door.Web, $"web:{person}", new DeliveryKey("story", words), new Input.Words(words)));

    /// <summary>Everything that is due has been handed over.</summary>
    public Task Settles() => Desk.ItIsLaterBy("PT0S");

    public Task<IReadOnlyList<TicketSeen>> AllTickets() => Tickets("");

    public Task<IReadOnlyList<TicketSeen>> TicketsOf(string client) => Tickets($"?client={client}");

    private async Task<IReadOnlyList<TicketSeen>> Tickets(string query)
    {
        var answer = await Desk.Asks(HttpMethod.Get, $"/api/tickets{query}");
        return JsonSerializer.Deserialize<PageSeen<TicketSeen>>(answer.Text, JsonSerializerOptions.Web)!.Items;
    }

    public async Task<TicketSeen> TheTicketOf(string client) => Assert.Single(await TicketsOf(client));

    /// <summary>What happened on a ticket, by the names of its events.</summary>
    public async Task<IReadOnlyList<string>> Happened(TicketSeen ticket) => [.. (await Desk.Timeline(ticket)).Select(happening => happening.Type)];

    public async ValueTask DisposeAsync()
    {
        await Carrier.DisposeAsync();
        await Desk.DisposeAsync();
    }
}

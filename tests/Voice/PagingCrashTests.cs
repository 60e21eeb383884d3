using System.Net.Http.Json;
using ChatSupport.Tests.Carriers.Twilio;
using ChatSupport.Tests.Crash;

namespace ChatSupport.Tests.Voice;

/// <summary>The program dies while phones ring, and is started again: paging goes on where it stood, with at most one call too many and never a gap.</summary>
public sealed class PagingCrashTests
{
    [Fact]
    public async Task Paging_goes_on_after_the_desk_has_died_while_a_phone_rang() => await Dying(async (carrier, desk) =>
    {
        await CallsAndHangsUp(carrier);
        var nadia = carrier.Phone("+33639980301").PhoneRings();
        await nadia;
        await desk.DiesAndRises();

        // The phone still rings; what comes of it is told to a desk that has been born again.
        await nadia.DoesNotAnswer().PhoneRings();
        await desk.DiesAndRises();
        await desk.ItIsLaterBy("PT6M");
        await carrier.Phone("+33639980302").PhoneRings().Hears("Incident P1").Presses("1").Hears("is yours").IsHungUpOn();
        Assert.InRange(carrier.CallsPlaced, 3, 3 + desk.Deaths);
    });

    [Fact]
    public async Task A_desk_that_dies_before_it_knows_whether_it_has_called_calls_at_most_once_more() => await Dying(async (carrier, desk) =>
    {
        carrier.Faults.LosesAnswerTo("/Calls.json");
        await CallsAndHangsUp(carrier);
        var nadia = carrier.Phone("+33639980301").PhoneRings();
        await nadia;
        await desk.DiesAndRises();
        await desk.ItIsLaterBy("PT5M30S");
        await carrier.Phone("+33639980302").PhoneRings().Presses("1").Hears("is yours").IsHungUpOn();
        Assert.InRange(carrier.CallsPlaced, 2, 3 + desk.Deaths);
    });

    private static async Task CallsAndHangsUp(TwilioCarrier carrier)
    {
        var claire = carrier.Phone("+33639980101");
        await claire.Dials().Hears("Votre appel est enregistré").HangsUp();
        await claire.GetsText("votre appel est reçu");
    }

    private static async Task Dying(Func<TwilioCarrier, Mortal, Task> tell)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("paging-crash-");
        try
        {
            await using var carrier = await TwilioCarrier.Start();
            carrier.ExpectsFailures = true;
            using var desk = new Mortal(folder.FullName, carrier);
            await desk.Rises();
            await tell(carrier, desk);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A desk of its own process on a store that outlives it, and a carrier that finds it again.</summary>
    private sealed class Mortal(string folder, TwilioCarrier carrier) : IDisposable
    {
        private ChildDesk? child;

        public int Deaths { get; private set; }

        public async Task Rises()
        {
            child = await ChildDesk.Start(folder, ["--Demo:Clock=2026-12-06T03:05:00+01:00", "--Twilio:AnswerWithin=00:00:10", .. carrier.Settings]);
            carrier.Reaches(child.Address);
        }

        public async Task DiesAndRises()
        {
            await child!.Kill();
            child.Dispose();
            Deaths++;
            await Rises();
        }

        public async Task ItIsLaterBy(string period)
        {
            using var http = new HttpClient { BaseAddress = child!.Address };
            (await http.PostAsJsonAsync("/demo/clock", new { advance = period })).EnsureSuccessStatusCode();
        }

        public void Dispose() => child?.Dispose();
    }
}

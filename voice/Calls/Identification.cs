using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Voice.Calls;

/// <summary>Who calls, and what their contract says to it: number, contact, contract; else the client's code and PIN.</summary>
internal static class Identification
{
    /// <summary>In one call, and by one number in an hour. Withheld numbers count as one.</summary>
    public const int PinsPerCall = 3;
    public const int PinsPerHour = 6;

    public static Turn ByNumber(Call call, Circumstances it)
    {
        if (it.Directory.ByPhone(call.Number).OfType<Contact>().FirstOrDefault() is not { } contact)
            return Turn.Of(call.At(new Step.AskCode()));
        return Admit(call with { Client = contact.ClientId, Contact = contact.Id, Tongue = contact.Tongue, Proof = CallerProof.CallerId }, it);
    }

    public static Turn Code(Call call, Step.AskCode asked, string code, Circumstances it)
    {
        if (code.Length == 0 || MayNotTry(call, it))
            return VoiceMessage.Ask(call);
        // A code that nobody has is asked its PIN like any other: which codes exist is not told.
        return Turn.Of((call with { Code = code }).At(new Step.AskPin()));
    }

    public static Turn Pin(Call call, bool isRight, Circumstances it)
    {
        if (isRight && it.Directory.ByPhoneCode(call.Code!) is { } client)
            return Admit(call with { Client = client.Id, Tongue = client.Tongue, Proof = CallerProof.Pin, Code = null }, it);
        var failed = call with { Code = null, WrongPins = call.WrongPins + 1 };
        return MayNotTry(failed, it) ? VoiceMessage.Ask(failed) : Turn.Of(failed.At(new Step.AskCode(Again: true)));
    }

    private static bool MayNotTry(Call call, Circumstances it) =>
        call.WrongPins >= PinsPerCall || call.WrongPins + it.Lately.Sum(earlier => earlier.WrongPins) >= PinsPerHour;

    private static Turn Admit(Call call, Circumstances it) => it.Directory.Client(call.Client!)!.Plan.OnPhone(call.ReceivedAt) switch
    {
        PhoneSupport.Taken => Turn.Of(call.At(new Step.Menu()), new Effect.TakeTicket(Another: false)),
        PhoneSupport.WhenOpen => Turn.Of(call.At(new Step.Goodbye(Farewell.WhenOpen)), new Effect.SendLink()),
        PhoneSupport.InWriting => Turn.Of(call.At(new Step.Goodbye(Farewell.InWriting)), new Effect.SendLink()),
        _ => Turn.Of(call.At(new Step.Goodbye(Farewell.NoOffer))),
    };
}

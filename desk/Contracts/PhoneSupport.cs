using ChatSupport.Desk.Clock;
using NodaTime;

namespace ChatSupport.Desk.Contracts;

/// <summary>What the contract says to a client who phones about a critical incident.</summary>
public enum PhoneSupport
{
    Taken,

    /// <summary>BUSINESS, outside business hours (R61, E4): by then in writing, or by phone from the next opening on.</summary>
    WhenOpen,

    /// <summary>The plan has no phone (R6, E2).</summary>
    InWriting,

    /// <summary>There is no support offer (R2, E24).</summary>
    NoOffer,
}

public static class PhoneSupportRule
{
    /// <summary>Judged by when the call was received, however long it then lasts (E5).</summary>
    public static PhoneSupport OnPhone(this Plan? plan, Instant receivedAt) => plan switch
    {
        Plan.Premium => PhoneSupport.Taken,
        Plan.Business => BusinessCalendar.French.IsOpen(receivedAt) ? PhoneSupport.Taken : PhoneSupport.WhenOpen,
        Plan.Developpeur => PhoneSupport.InWriting,
        _ => PhoneSupport.NoOffer,
    };
}

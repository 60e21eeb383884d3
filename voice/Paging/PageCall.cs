using ChatSupport.Voice.Carrier;

namespace ChatSupport.Voice.Paging;

/// <summary>What an engineer is called about.</summary>
internal enum PageAbout
{
    /// <summary>A step of the ladder.</summary>
    Incident,

    /// <summary>The client's word on an incident that is being worked on.</summary>
    News,

    /// <summary>A message of nobody knows whom.</summary>
    Message,

    /// <summary>The engineer asked whether a page would reach them.</summary>
    Test,
}

/// <summary>A call to an engineer, as its addresses tell it from one request to the next.</summary>
/// <param name="Subject">A ticket's reference; the id of a message; nothing for a test.</param>
/// <param name="Step">The step of the ladder that it is.</param>
/// <param name="Round">How often the engineer has heard it.</param>
internal sealed record PageCall(PageAbout About, string Subject, string Engineer, int Step = 0, int Round = 0)
{
    /// <summary>There is somebody whom it can be passed on to.</summary>
    public bool CanPassOn => About is PageAbout.Incident or PageAbout.Message;

    public static PageCall Of(CarrierRequest it) => new(
        Enum.TryParse<PageAbout>(it["about"], out var about) ? about : PageAbout.Test, it["subject"], it["to"], it.Number("step"), it.Number("round"));
}

using ChatSupport.Desk.Tickets;

namespace ChatSupport.Voice.Calls;

/// <summary>Nobody could be reached: the client says it, and what is said is kept whatever happens then (R69).</summary>
internal static class VoiceMessage
{
    public const int MostSeconds = 180;

    public static Turn Ask(Call call) => Turn.Of(call.At(new Step.AskMessage()), new Effect.TellLine(LineStep.Speaking));

    public static Turn Silence(Call call, Step.AskMessage asked)
    {
        if (!asked.Again)
            return Turn.Of(call.At(new Step.AskMessage(Again: true)), new Effect.TellLine(LineStep.Speaking));
        return call.Message is null ? End(call, call.Client is null ? Farewell.NoMessageUnidentified : Farewell.NoMessage) : End(call, Kept(call));
    }

    public static Turn Left(Call call, Input.Message message)
    {
        if (message.Seconds == 0)
            return call.Step is Step.AskMessage asked && !message.HungUp ? Silence(call, asked) : Turn.Of(call);
        return Turn.Of((call with { Message = message.Recording }).At(new Step.Review()), new Effect.KeepMessage(message.Recording, message.Seconds));
    }

    public static Turn Reviewed(Call call, string keys) => keys switch
    {
        "2" => Turn.Of(call.At(new Step.Review(Play: true))),
        "3" => Ask(call with { IsTranscribed = false }),
        _ => End(call, Kept(call)),
    };

    private static Farewell Kept(Call call) => call.Client is null ? Farewell.KeptUnidentified : Farewell.Kept;

    private static Turn End(Call call, Farewell why) => Turn.Of(call.At(new Step.Goodbye(why)), new Effect.TellLine(LineStep.HungUp));
}

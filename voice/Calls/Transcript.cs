using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using ChatSupport.Voice.Transcription;

namespace ChatSupport.Voice.Calls;

/// <summary>What a machine understood of a message: gathered in whatever order it comes, told when it is over, each piece once.</summary>
internal static class Transcript
{
    /// <param name="utterance">Null: the transcription is over.</param>
    public static ValueTask<Call> Add(Visit visit, Call call, Utterance? utterance)
    {
        if (utterance is null)
            return Tell(visit, call with { IsTranscribed = true });
        if (call.Heard.Any(known => known.Id == utterance.Id && known.Sequence == utterance.Sequence))
            return ValueTask.FromResult(call);
        var added = call with { Heard = call.Heard.Add(utterance) };
        return added.IsTranscribed || added.HasEnded ? Tell(visit, added) : ValueTask.FromResult(added);
    }

    /// <summary>Puts what was not told yet on the ticket, or beside the message of a stranger.</summary>
    public static async ValueTask<Call> Tell(Visit visit, Call call)
    {
        var text = string.Join(' ', call.Heard.Where(piece => !piece.IsTold).OrderBy(piece => piece.Sequence).Select(piece => piece.Text));
        if (text.Length == 0 || call.Message is null)
            return call;
        if (call.Ticket is { } reference)
            await visit.Act(reference, new NoteOnCall(new Transcribed(text, VoicemailMinimum.Missing(text, call, visit.Directory))), Actor.Desk, Door.Phone);
        else if (await visit.Store.HoldVoicemail(call.Message) is { } left)
            await visit.Store.SaveVoicemail(left with { Heard = left.Heard is null ? text : $"{left.Heard} {text}" });
        return call with { Heard = [.. call.Heard.Select(piece => piece with { IsTold = true })] };
    }
}

using ChatSupport.Bot.Dialogs.Acting;
using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Dialogs.Declaring;
using ChatSupport.Bot.Dialogs.OnCall;
using ChatSupport.Bot.Dialogs.Recognise;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;

namespace ChatSupport.Bot.Dialogs;

/// <summary>Receives a turn and hands it to the dialog that it belongs to.</summary>
internal static class Reception
{
    /// <summary>In Unicode scalar values, as everywhere where people write freely.</summary>
    private const int LongestMessage = 20_000;

    public static ValueTask Take(TurnContext turn)
    {
        if (turn.Directory.Person(turn.Who.Id) is null or Contact { Active: false })
        {
            turn.Notify(Tone.Refusal, "Dialogs.NotActive");
            return default;
        }

        return turn.Turn.Said switch
        {
            Input.Words(var text) => Hear(turn, text),
            Input.Chosen(var id) => Choose(turn, id),
            Input.Filled(var form, var answers) => Take(turn, form, answers),
            _ => default,
        };
    }

    private static async ValueTask Hear(TurnContext turn, string written)
    {
        if (Read(turn, written) is not { } text)
            return;

        var said = Utterance.Of(text);
        var heard = Hearing.Of(said, turn.Audience);
        if (await ActDialog.Hear(turn, text, heard)
            || await DeclareDialog.Hear(turn, said, heard)
            || await TicketDialog.HearInPlace(turn, text, heard))
            return;

        switch (heard)
        {
            case Heard.Command(var request, _):
                await Do(turn, request);
                break;
            case Heard.Greeting:
                await Do(turn, new Request(Verb.Menu));
                break;
            case Heard.Mention(var reference, var about):
                await TicketDialog.OfferToAdd(turn, reference, about);
                break;
            default:
                await MenuDialog.NotUnderstood(turn, said);
                break;
        }
    }

    private static ValueTask Choose(TurnContext turn, string id)
    {
        if (Request.OfChoice(id) is { } request && Grammar.Of(request.Verb, turn.Audience) is not null)
            return Do(turn, request);
        turn.Notify(Tone.Attention, "Dialogs.UnknownButton");
        MenuDialog.Show(turn);
        return default;
    }

    private static ValueTask Take(TurnContext turn, string form, IReadOnlyDictionary<string, FieldAnswer> answers) =>
        Request.OfChoice(form) is { } request && ActKind.Of(request.Verb) is { } kind && Grammar.Of(request.Verb, turn.Audience) is not null
            ? ActDialog.Take(turn, kind, request, answers)
            : DeclareForm.Take(turn, form, answers);

    private static ValueTask Do(TurnContext turn, Request request)
    {
        if (request is { Verb: Verb.Cancel, Subject: null } && (turn.State.Waiting is not null || !turn.Actor.IsContact))
        {
            ActDialog.Cancel(turn);
            return default;
        }

        return Dispatch(turn, request);
    }

    private static ValueTask Dispatch(TurnContext turn, Request request) => request.Verb switch
    {
        Verb.Menu or Verb.Help or Verb.Language or Verb.French or Verb.English => MenuDialog.Do(turn, request),
        Verb.Declare or Verb.Follow or Verb.Complete or (>= Verb.Yes and <= Verb.Send) => DeclareDialog.Do(turn, request),
        Verb.Show or Verb.Timeline or Verb.Why or Verb.Tickets or Verb.AllTickets => TicketDialog.Do(turn, request),
        Verb.Queue or Verb.Mine or Verb.Unacknowledged or Verb.Disputes or Verb.Breaches => EngineerDialog.Do(turn, request),
        Verb.OnCall or Verb.TakeOver or Verb.HandOver or Verb.SwapNight or Verb.GiveNight or Verb.TestPage => OnCallDialog.Do(turn, request),
        Verb.Unreached => UnreachedDialog.Do(turn),
        Verb.Voicemails or Verb.AttachVoicemail => VoicemailDialog.Do(turn, request),
        _ => ActDialog.Do(turn, request),
    };

    /// <summary>The text to work with: storable, not endless, and without the secrets that people paste.</summary>
    private static string? Read(TurnContext turn, string written)
    {
        if (PlainText.Clean(written) is not { } clean)
        {
            turn.Notify(Tone.Refusal, DeskText.Say("Answers.Unstorable"));
            return null;
        }

        if (PlainText.Length(clean) > LongestMessage)
        {
            turn.Notify(Tone.Refusal, DeskText.Say("Answers.TooLong", LongestMessage));
            return null;
        }

        var (text, hasSecret) = Secrets.Mask(clean);
        if (hasSecret)
            turn.Notify(Tone.Attention, DeskText.Say("Answers.SecretMasked"));
        return text;
    }
}

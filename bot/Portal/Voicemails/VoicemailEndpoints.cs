using ChatSupport.Voice.Recordings;

namespace ChatSupport.Bot.Portal.Voicemails;

/// <summary>Where an engineer hears a client's message: a link that is good for a quarter of an hour, given anew each time.</summary>
internal static class VoicemailEndpoints
{
    public static void MapVoicemails(this IEndpointRouteBuilder portal) => portal.MapGet("/voicemails/{recording}", Hear);

    private static IResult Hear(Visitor me, IServiceProvider services, string recording) => me.IsEngineer && services.GetService<RecordingLinks>() is { } links
        ? Results.Redirect(links.To(recording))
        : NoticePage.Of(StatusCodes.Status404NotFound, "NoSuchPage");
}

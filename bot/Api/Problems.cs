using ChatSupport.Bot.Language;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Language;
using Microsoft.AspNetCore.Mvc;

namespace ChatSupport.Bot.Api;

/// <summary>Refusals as RFC 9457 problem details: <c>detail</c> is the sentence that a person would be told.</summary>
internal static class Problems
{
    public static IResult Of(Refusal refusal, Tongue tongue)
    {
        var problem = Describe(StatusOf(refusal.Kind), refusal.Why, tongue);
        if (refusal.Fields.Count > 0)
            problem.Extensions["errors"] = refusal.Fields.ToDictionary(field => field.Key, field => new[] { field.Value.In(tongue) });
        return Results.Problem(problem);
    }

    public static IResult Of(int status, string key, Tongue tongue, params ReadOnlySpan<object?> with) =>
        Results.Problem(Describe(status, BotText.Say(key, with), tongue));

    private static ProblemDetails Describe(int status, Sentence why, Tongue tongue) => new()
    {
        Type = $"urn:chatsupport:{why.Key}",
        Status = status,
        Title = BotText.Say($"Api.Title{Titled(status)}").In(tongue),
        Detail = why.In(tongue),
    };

    /// <summary>A rare status has the title of its family.</summary>
    private static int Titled(int status) => status is 400 or 401 or 403 or 404 or 405 or 408 or 409 or 413 or 422 or 429 or 500 or 503 or 504
        ? status
        : status < 500 ? 400 : 503;

    private static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Unknown => StatusCodes.Status404NotFound,
        RefusalKind.Invalid or RefusalKind.Reused => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status409Conflict,
    };
}

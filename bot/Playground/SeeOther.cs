namespace ChatSupport.Bot.Playground;

/// <summary>A form is answered by a page.</summary>
internal sealed class SeeOther(string page) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = page;
        return Task.CompletedTask;
    }
}

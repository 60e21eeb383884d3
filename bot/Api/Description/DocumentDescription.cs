using ChatSupport.Bot.Language;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ChatSupport.Bot.Api.Description;

/// <summary>The document's own words, and the key that its API asks for.</summary>
internal sealed class DocumentDescription(IHttpContextAccessor asked) : IOpenApiDocumentTransformer
{
    public const string Bearer = "bearer";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var tongue = ApiCall.TongueOf(asked.HttpContext!);
        document.Info = new OpenApiInfo
        {
            Title = "ChatSupport",
            Version = "v1",
            Description = BotText.Say("OpenApi.Document").In(tongue),
        };
        document.AddComponent<IOpenApiSecurityScheme>(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = BotText.Say("OpenApi.Bearer").In(tongue),
        });
        return Task.CompletedTask;
    }
}

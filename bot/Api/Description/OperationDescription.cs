using ChatSupport.Bot.Language;
using ChatSupport.Desk.Language;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ChatSupport.Bot.Api.Description;

/// <summary>What each operation is for, what is sent with it, and who may call it.</summary>
internal sealed class OperationDescription(IHttpContextAccessor asked) : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var tongue = ApiCall.TongueOf(asked.HttpContext!);
        operation.Summary = BotText.Say($"OpenApi.{operation.OperationId}").In(tongue);
        operation.Description = BotText.Say($"OpenApi.{operation.OperationId}.more").In(tongue);
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            parameter.Description = BotText.Say($"OpenApi.parameter.{parameter.Name}").In(tongue);
        if (Bodies.Of(operation.OperationId!, tongue) is { } body)
            operation.RequestBody = body;
        if (context.Description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true)
            AskForKey(operation, context.Document!, tongue);
        return Task.CompletedTask;
    }

    private static void AskForKey(OpenApiOperation operation, OpenApiDocument document, Tongue tongue)
    {
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(DocumentDescription.Bearer, document)] = [] }];
        if (operation.RequestBody is null)
            return;
        operation.Parameters ??= [];
        operation.Parameters.Add(Header("Idempotency-Key", tongue));
        if (operation.OperationId != "declare")
            operation.Parameters.Add(Header("If-Match", tongue));
    }

    private static OpenApiParameter Header(string name, Tongue tongue) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = BotText.Say($"OpenApi.parameter.{name}").In(tongue),
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}

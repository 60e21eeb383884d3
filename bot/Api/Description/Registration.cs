using NodaTime;

namespace ChatSupport.Bot.Api.Description;

/// <summary><c>/openapi/v1.json</c>: what this program answers to, made when it is asked for, in the language of who asks.</summary>
internal static class Registration
{
    public static void AddApiDescription(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddOpenApi("v1", options =>
        {
            options.AddDocumentTransformer<DocumentDescription>();
            options.AddOperationTransformer<OperationDescription>();
            options.AddSchemaTransformer((schema, context, _) =>
            {
                if (context.JsonTypeInfo.Type == typeof(Instant) || context.JsonTypeInfo.Type == typeof(Instant?))
                    Bodies.MakeInstant(schema);
                return Task.CompletedTask;
            });
        });
    }
}

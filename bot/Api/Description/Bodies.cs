using System.Text.Json.Nodes;
using ChatSupport.Bot.Language;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Tickets;
using Microsoft.OpenApi;

namespace ChatSupport.Bot.Api.Description;

/// <summary>What is sent with an operation. A declaration's body is drawn from the one list of its fields.</summary>
internal static class Bodies
{

    public static OpenApiRequestBody? Of(string operation, Tongue tongue) => operation switch
    {
        "declare" => Body(Declaration(tongue), ["client", "contact", .. MandatoryFields]),
        "complete" => Body(new(Declaration(tongue).Where(key => key.Key is not ("client" or "contact" or "followsUp"))) { ["by"] = Text("by", tongue) }, ["by"]),
        VoicemailEndpoints.AttachOperation => Body(
            new() { ["by"] = Text("by", tongue), ["client"] = Text("client", tongue), ["contact"] = Text("contact", tongue), ["reason"] = Text("reason", tongue), ["quoted"] = Text("quoted", tongue) },
            ["by", "client"]),
        VoicemailEndpoints.DismissOperation => Body(new() { ["by"] = Text("by", tongue) }, ["by"]),
        "moveClock" => Body(new() { ["advance"] = Text("advance", tongue), ["to"] = Instant("moveTo", tongue) }, []),
        _ when ApiEndpoints.VerbNames.Contains(operation) => Body(Verb(operation, tongue), Required(operation)),
        _ => null,
    };

    public static void MakeInstant(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.String;
        schema.Format = "date-time";
    }

    private static IEnumerable<string> MandatoryFields =>
        from asked in IncidentForm.Form.Fields
        where asked.Needs.On(Channel.Portal) == Need.Mandatory
        select asked.Key;

    private static string[] Required(string verb) => verb switch
    {
        "contest" or "requalify" or "out-of-scope" => ["by", "comment"],
        "publish" => ["by", "title", "comment"],
        "link" => ["by", "incident"],
        _ => ["by"],
    };

    private static Dictionary<string, IOpenApiSchema> Verb(string verb, Tongue tongue)
    {
        var keys = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) { ["by"] = Text("by", tongue), ["comment"] = Text("comment", tongue) };
        switch (verb)
        {
            case "assign":
                keys["to"] = Text("to", tongue);
                break;
            case "resolve":
                keys["fix"] = Choice("fix", Enum.GetNames<Fix>().Select(fix => fix.ToLowerInvariant()), tongue);
                break;
            case "requalify":
                keys["priority"] = Choice("priority", Enum.GetNames<Priority>(), tongue);
                break;
            case "publish":
                keys["title"] = Text("title", tongue);
                keys["service"] = OneOf("service", tongue);
                keys["region"] = OneOf("region", tongue);
                break;
            case "unpublish":
                keys.Remove("comment");
                break;
            case "link":
                keys.Remove("comment");
                keys["incident"] = Text("incident", tongue);
                break;
            case "call":
                keys["at"] = Instant("at", tongue);
                break;
        }
        return keys;
    }

    private static Dictionary<string, IOpenApiSchema> Declaration(Tongue tongue)
    {
        var keys = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["client"] = Text("client", tongue),
            ["contact"] = Text("contact", tongue),
            ["followsUp"] = Text("followsUp", tongue),
        };
        foreach (var field in IncidentForm.Form.Fields.Where(field => field.Needs.On(Channel.Portal) is not (Need.Known or Need.NotAsked)))
            keys[field.Key] = Field(field, tongue);
        return keys;
    }

    private static OpenApiSchema Field(Field field, Tongue tongue)
    {
        var schema = new OpenApiSchema { Type = JsonSchemaType.String, Title = field.Label.In(tongue), Description = field.Help.In(tongue) };
        if (field.Kind == FieldKind.Consent)
            schema.Type = JsonSchemaType.Boolean;
        else if (field.Kind == FieldKind.Instant)
            MakeInstant(schema);
        else if (field.Kind == FieldKind.List)
            (schema.Type, schema.Items) = (JsonSchemaType.Array, new OpenApiSchema { Type = JsonSchemaType.String });
        else if (field.ChoicesFor(Plan.Premium) is [_, ..] choices)
            schema.Enum = [.. choices.Select(choice => (JsonNode)choice.Key)];
        else
            schema.MaxLength = field.MaxLength;
        return schema;
    }

    private static OpenApiSchema Text(string key, Tongue tongue) =>
        new() { Type = JsonSchemaType.String, Description = BotText.Say($"OpenApi.key.{key}").In(tongue) };

    private static OpenApiSchema Choice(string key, IEnumerable<string> values, Tongue tongue)
    {
        var schema = Text(key, tongue);
        schema.Enum = [.. values.Select(value => (JsonNode)value)];
        return schema;
    }

    /// <summary>The choices of a declaration's field.</summary>
    private static OpenApiSchema OneOf(string key, Tongue tongue) =>
        Choice(key, IncidentForm.Form.Find(key)!.ChoicesFor(Plan.Premium).Select(choice => choice.Key), tongue);

    private static OpenApiSchema Instant(string key, Tongue tongue)
    {
        var schema = Text(key, tongue);
        MakeInstant(schema);
        return schema;
    }

    private static OpenApiRequestBody Body(Dictionary<string, IOpenApiSchema> keys, IEnumerable<string> required) => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            ["application/json"] = new()
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = keys, Required = required.ToHashSet(StringComparer.Ordinal) },
            },
        },
    };
}

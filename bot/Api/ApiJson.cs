using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatSupport.Bot.Api;

/// <summary>How the API writes JSON: camelCase keys, values of the vocabulary by their own names, doors in lower case.</summary>
internal static class ApiJson
{
    /// <summary>For what is particular to an event: the same, without what can be told from the rest.</summary>
    public static JsonSerializerOptions Details { get; } = Made();

    public static void Configure(JsonSerializerOptions options)
    {
        options.Converters.Add(new PlanInCapitals());
        options.Converters.Add(new DoorInLowerCase());
        options.Converters.Add(new JsonStringEnumConverter());
        options.Converters.Add(new InstantAsIso());
    }

    private static JsonSerializerOptions Made()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            IgnoreReadOnlyProperties = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        };
        Configure(options);
        return options;
    }

    private sealed class PlanInCapitals() : JsonStringEnumConverter<Desk.Contracts.Plan>(JsonNamingPolicy.SnakeCaseUpper);

    private sealed class DoorInLowerCase() : JsonStringEnumConverter<Desk.Tickets.Door>(JsonNamingPolicy.KebabCaseLower);
}

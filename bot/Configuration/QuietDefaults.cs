using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace ChatSupport.Bot.Configuration;

/// <summary>The settings that come with the program, beneath all others and wherever it is started from.</summary>
internal static class QuietDefaults
{
    public static void AddQuietDefaults(this ConfigurationManager configuration) => configuration.Sources.Insert(0, new JsonConfigurationSource
    {
        FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory),
        Path = "appsettings.json",
        Optional = true,
    });
}

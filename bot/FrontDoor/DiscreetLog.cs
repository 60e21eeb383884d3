using Microsoft.Extensions.Options;

namespace ChatSupport.Bot.FrontDoor;

/// <summary>
/// Keeps out of the log, however verbose it is asked to be, what others wrote: below warnings the libraries put paths, headers, addresses
/// and bodies into their lines, and with them the secrets of sign-in links, tokens and clients' words. Our own lines are held to ids.
/// </summary>
internal static class DiscreetLog
{
    private static readonly string[] Talkative = ["Microsoft", "System", "Npgsql", "StackExchange", "OpenTelemetry", "Polly"];

    public static void AddDiscreetLog(this IServiceCollection services) => services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>>(
        new PostConfigureOptions<LoggerFilterOptions>(name: null, options =>
        {
            // Whatever else is configured, there is one rule for those whom no other names.
            options.Rules.Insert(0, new LoggerFilterRule(providerName: null, categoryName: null, options.MinLevel, filter: null));
            for (var i = 0; i < options.Rules.Count; i++)
                options.Rules[i] = Discreet(options.Rules[i]);
        }));

    private static LoggerFilterRule Discreet(LoggerFilterRule rule) => new(
        rule.ProviderName, rule.CategoryName, rule.LogLevel,
        (provider, category, level) => (level >= LogLevel.Warning || !IsTalkative(category)) && (rule.Filter?.Invoke(provider, category, level) ?? true));

    /// <summary>Where it listens and when it stops is for everybody.</summary>
    private static bool IsTalkative(string? category) =>
        category is not (null or "Microsoft.Hosting.Lifetime") && Talkative.Any(name => category.StartsWith(name, StringComparison.Ordinal));
}

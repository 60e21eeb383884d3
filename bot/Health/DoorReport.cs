using ChatSupport.Bot.Configuration;
using ChatSupport.Desk.Language;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ChatSupport.Bot.Health;

/// <summary>A way in or out of the desk. Each door registers one, for the start-up summary and for <c>/readyz</c>.</summary>
/// <param name="Says">Where it is when it is on; what to set when it is off.</param>
internal sealed record DoorReport(string Name, bool IsOn, Sentence Says);

/// <summary>How this program is reached: as configured, else where it listens. Only known once it has started.</summary>
internal sealed class Whereabouts(BotSettings settings, IServer server)
{
    /// <param name="path">With its leading slash.</param>
    public string Of(string path) => (settings.BaseUrl?.ToString() ?? Listening).TrimEnd('/') + path;

    private string Listening => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? ListeningUrls.Default;
}

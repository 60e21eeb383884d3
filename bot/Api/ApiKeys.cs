using System.Security.Cryptography;
using System.Text;

namespace ChatSupport.Bot.Api;

/// <summary>Who calls the API: the desk's own systems, or one client's, which see and act for that client alone.</summary>
/// <param name="Client">The client that the key is for; null for the desk.</param>
public sealed record ApiCaller(string Name, string? Client)
{
    public bool Reaches(string client) => Client is null || Client == client;
}

/// <summary>The keys of the configuration section <c>Api:Keys</c>: a name and the key itself, or a section <c>{Key, Client}</c>.</summary>
public sealed class ApiKeys
{
    private readonly IReadOnlyList<(byte[] Hash, ApiCaller Caller)> keys;

    public ApiKeys(IConfiguration configuration) => keys =
    [
        .. from entry in configuration.GetSection("Api:Keys").GetChildren()
           let key = entry.Value ?? entry["Key"]
           where !string.IsNullOrWhiteSpace(key)
           select (Hash(key), new ApiCaller(entry.Key, entry["Client"])),
    ];

    /// <summary>Without any key the door is off.</summary>
    public bool IsOpen => keys.Count > 0;

    public IEnumerable<ApiCaller> Callers => keys.Select(key => key.Caller);

    /// <summary>Compares in fixed time, with every key, whatever was sent.</summary>
    public ApiCaller? Recognise(string? authorization)
    {
        const string scheme = "Bearer ";
        if (authorization?.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) != true)
            return null;
        var sent = Hash(authorization[scheme.Length..].Trim());
        ApiCaller? caller = null;
        foreach (var (hash, owner) in keys)
            if (CryptographicOperations.FixedTimeEquals(hash, sent))
                caller ??= owner;
        return caller;
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}

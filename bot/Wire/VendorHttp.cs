namespace ChatSupport.Bot.Wire;

/// <summary>How vendors are spoken to.</summary>
internal static class VendorHttp
{
    /// <summary>An API answers within this, or has failed.</summary>
    public static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(15);

    /// <summary>A file that may be attached is here within this.</summary>
    public static readonly TimeSpan FileLimit = TimeSpan.FromSeconds(80);

    /// <summary>Redirects are not followed: a token is for the address that it was meant for.</summary>
    public static HttpClient New(TimeSpan limit) =>
        new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false }) { Timeout = limit };
}

using System.Net;
using System.Net.Sockets;

namespace ChatSupport.Bot.Limits;

/// <summary>Whose budget a request is taken from: of whom it has proven to come, else of where it comes from.</summary>
internal readonly record struct Caller(CallerKind Kind, string Id)
{
    public static Caller Person(string id) => new(CallerKind.Person, id);

    public static Caller Key(string name) => new(CallerKind.Key, name);

    public static Caller Stranger(HttpContext http) => new(CallerKind.Address, NetworkOf(http.Connection.RemoteIpAddress));

    /// <summary>One household or office has a whole /64 of IPv6 addresses to itself.</summary>
    public static string NetworkOf(IPAddress? client) => client switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(client.GetAddressBytes().AsSpan(0, 8)),
        _ => client.MapToIPv4().ToString(),
    };
}

internal enum CallerKind
{
    Address,
    Person,
    Key,
}

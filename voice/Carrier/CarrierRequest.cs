using System.Globalization;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace ChatSupport.Voice.Carrier;

/// <summary>A request of the carrier's, its signature verified: parameters of the body and of the URL by name.</summary>
internal sealed class CarrierRequest(IReadOnlyDictionary<string, string> parameters)
{
    private const int MaxBytes = 64 * 1024;

    /// <summary>The carrier writes ANONYMOUS on a keypad.</summary>
    private const string Withheld = "+266696687";

    /// <summary>Empty when the parameter did not come.</summary>
    public string this[string name] => parameters.GetValueOrDefault(name, "");

    public string CallSid => this["CallSid"];

    public string Digits => this["Digits"];

    /// <summary>Zero when it did not come or is no number.</summary>
    public int Number(string name) => int.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>E.164; empty when the caller withheld it.</summary>
    public string From => this["From"] is ['+', .. var digits] number and not Withheld && digits.All(char.IsAsciiDigit) && digits.Length is > 5 and < 16 ? number : "";

    /// <summary>What was recorded: by its id, or by the address that ends with it.</summary>
    public string Recording => this["RecordingSid"] is { Length: > 0 } id ? id : this["RecordingUrl"].Split('/')[^1];

    public static ValueTask<CarrierRequest?> BindAsync(HttpContext http) => ValueTask.FromResult(http.Features.Get<CarrierRequest>());

    /// <returns>Null when the signature is not the carrier's.</returns>
    public static async Task<CarrierRequest?> Verify(HttpContext http, Signature signature)
    {
        var request = http.Request;
        var body = await Body(request);
        var query = request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? ""))).ToList();
        var form = request.HasFormContentType ? Form(body) : [];
        if (request.Query["bodySHA256"] is [{ } hash])
        {
            if (!IsHashOf(body, hash))
                return null;
            form = [];
        }
        return body.Length <= MaxBytes && signature.IsRight(request.Headers["X-Twilio-Signature"].ToString(), Target(http), form)
            ? new CarrierRequest(query.Concat(form).GroupBy(pair => pair.Key).ToDictionary(same => same.Key, same => same.Last().Value))
            : null;
    }

    /// <summary>Path and query as they were sent: what a server makes of them may be written otherwise.</summary>
    private static string Target(HttpContext http) => http.Features.Get<IHttpRequestFeature>()?.RawTarget is ['/', ..] raw
        ? raw
        : http.Request.PathBase + http.Request.Path + http.Request.QueryString;

    private static async Task<byte[]> Body(HttpRequest request)
    {
        using var body = new MemoryStream();
        var buffer = new byte[4096];
        int read;
        while (body.Length <= MaxBytes && (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
            body.Write(buffer, 0, read);
        return body.ToArray();
    }

    private static List<KeyValuePair<string, string>> Form(byte[] body)
    {
        using var reader = new FormReader(Encoding.UTF8.GetString(body));
        return [.. reader.ReadForm().SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")))];
    }

    private static bool IsHashOf(byte[] body, string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(body))), Encoding.ASCII.GetBytes(hash.ToLowerInvariant()));
}

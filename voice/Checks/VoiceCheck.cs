using System.Net;
using ChatSupport.Desk.Language;
using ChatSupport.Voice.Carrier;
using ChatSupport.Voice.Language;

namespace ChatSupport.Voice.Checks;

/// <summary>Would a call at night be answered? Asks the carrier where it calls, and calls there as the carrier would.</summary>
public static class VoiceCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <returns>Everything that is wrong, and what to do about it; empty when calls will be answered.</returns>
    public static async Task<IReadOnlyList<Sentence>> Look(VoiceSettings settings)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience };
        var urls = new VoiceUrls(settings);
        return [.. new[] { await AskCarrier(new TwilioClient(http, settings), settings, urls), await CallOurselves(http, settings, urls) }.OfType<Sentence>()];
    }

    private static async Task<Sentence?> AskCarrier(TwilioClient twilio, VoiceSettings settings, VoiceUrls urls)
    {
        var expected = urls.Whole(urls.Path("answer"));
        try
        {
            if (await twilio.AnswerUrl(CancellationToken.None) is not { } url)
                return VoiceText.Say("Check.NotOurNumber", settings.From);
            return url.GetLeftPart(UriPartial.Query) == new Uri(expected).GetLeftPart(UriPartial.Query)
                ? null
                : VoiceText.Say("Check.AnsweredElsewhere", url, settings.From, expected);
        }
        catch (HttpRequestException refused) when (refused.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            return VoiceText.Say("Check.AccountRefused");
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or System.Text.Json.JsonException)
        {
            return VoiceText.Say("Check.CarrierUnreachable", settings.ApiUrl, ReasonOf(failure));
        }
    }

    /// <summary>Whatever stands between the carrier and this program is passed on the way, and must leave the address as it was.</summary>
    private static async Task<Sentence?> CallOurselves(HttpClient http, VoiceSettings settings, VoiceUrls urls)
    {
        var url = urls.Whole(urls.Path("check", ("try", "a b&c")));
        KeyValuePair<string, string>[] form = [new("CallSid", "CA00000000000000000000000000000000"), new("From", settings.From), new("Empty", "")];
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("X-Twilio-Signature", new Signature(settings).Of(url, form));
        try
        {
            using var answer = await http.SendAsync(request);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK => null,
                HttpStatusCode.Forbidden => VoiceText.Say("Check.SignatureRefused", url),
                var status => VoiceText.Say("Check.Unreachable", url, (int)status),
            };
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return VoiceText.Say("Check.Unreachable", url, ReasonOf(failure));
        }
    }

    private static string ReasonOf(Exception failure) => failure is HttpRequestException { HttpRequestError: var error and not HttpRequestError.Unknown } ? $"{error}" : failure.GetType().Name;
}

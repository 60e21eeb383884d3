using System.Globalization;
using ChatSupport.Bot.Configuration;

namespace ChatSupport.Bot.Delivery;

/// <summary>How messages are delivered: the section <c>Delivery</c>.</summary>
/// <param name="Parallelism">How many messages are on their way at once, and beside them as many pages: 1 to 64; never two of one lane.</param>
/// <param name="Attempts">After how many a message is given up, 1 to 100. The usual twenty take some ten hours.</param>
internal sealed record DeliverySettings(int Parallelism = 8, int Attempts = 20)
{
    /// <summary>How long one attempt may take. It ends before its claim does, else two of them would be on their way.</summary>
    public static readonly TimeSpan Attempt = TimeSpan.FromSeconds(90);

    /// <summary>A message whose pump has died is anybody's after this long.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    public static readonly Backoff Backoff = new(TimeSpan.FromSeconds(5), TimeSpan.FromHours(1));

    public static DeliverySettings Read(IConfigurationSection section, Findings findings)
    {
        var usual = new DeliverySettings();
        return new DeliverySettings(Number("Parallelism", usual.Parallelism, 64), Number("Attempts", usual.Attempts, 100));

        int Number(string key, int otherwise, int most)
        {
            if (section[key] is not { } text)
                return otherwise;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
                return number;
            findings.Add("DeliveryNumberWrong", key, text, most);
            return otherwise;
        }
    }
}

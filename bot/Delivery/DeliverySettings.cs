using System.Globalization;
using ChatSupport.Bot.Configuration;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Delivery;

/// <summary>How messages are delivered: the section <c>Delivery</c>.</summary>
/// <param name="Parallelism">How many messages of each <see cref="Tray"/> are on their way at once, and of replies eight times as many: 1 to 64; never two of one lane.</param>
/// <param name="Attempts">After how many a message is given up, 1 to 100. The usual twenty take some ten hours.</param>
internal sealed record DeliverySettings(int Parallelism = 8, int Attempts = 20)
{
    /// <summary>How long one attempt may take. It ends before its claim does, else two of them would be on their way.</summary>
    public static readonly TimeSpan Attempt = TimeSpan.FromSeconds(90);

    /// <summary>A message whose pump has died is anybody's after this long.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    private const int RepliesToOthers = 8;

    public static readonly Backoff Backoff = new(TimeSpan.FromSeconds(5), TimeSpan.FromHours(1));

    /// <summary>
    /// A message holds its place for two turns of the store and one of the vendor. On the day on which all of them are slow the most people wait for
    /// replies, each in a conversation of their own.
    /// </summary>
    public int PlacesOf(Tray tray) => tray == Tray.Replies ? Parallelism * RepliesToOthers : Parallelism;

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

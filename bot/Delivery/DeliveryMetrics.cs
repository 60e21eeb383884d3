using System.Diagnostics.Metrics;
using ChatSupport.Desk.Notices;

namespace ChatSupport.Bot.Delivery;

/// <summary>What became of messages, counted by way and outcome.</summary>
internal static class DeliveryMetrics
{
    public const string Name = "ChatSupport.Delivery";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Attempts = Meter.CreateCounter<long>("chatsupport.delivery.attempts", "{attempt}");

    public static void Count(string way, Sending sending) =>
        Attempts.Add(1, new("way", way), new("outcome", sending.GetType().Name));
}

using ChatSupport.Bot.Health;
using ChatSupport.Bot.Language;
using ChatSupport.Desk.Language;

namespace ChatSupport.Bot.Sharing;

/// <summary>Whether Redis is there. Without it everything works, and less together.</summary>
internal sealed class RedisReport(SharedMemory memory) : IPartReport
{
    public string Name => "redis";

    public PartView? Look(Tongue tongue) => memory.IsThere
        ? new("ok", BotText.Say("Health.RedisOk").In(tongue))
        : new("degraded", BotText.Say("Health.RedisAway").In(tongue));
}

using StackExchange.Redis;

namespace ChatSupport.Bot.Sharing;

/// <summary>
/// Redis: what instances share and may forget. Nobody ever depends on it. While it is away, does not answer or has lost everything,
/// each instance does as if it were alone; it is looked for all the time and used again as soon as it is back.
/// </summary>
public sealed partial class SharedMemory(string address, TimeProvider time, ILogger<SharedMemory> log) : BackgroundService
{
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(1);

    /// <summary>Nobody waits longer for what is only a convenience.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private volatile ConnectionMultiplexer? redis;
    private volatile bool isThere;

    public bool IsThere => isThere;

    /// <summary>Asks, and takes <paramref name="otherwise"/> for the answer when there is none.</summary>
    public async Task<T> Ask<T>(Func<IDatabase, Task<T>> question, T otherwise)
    {
        if (!isThere || redis is not { } present)
            return otherwise;
        try
        {
            return await question(present.GetDatabase()).WaitAsync(Patience, time);
        }
        catch (Exception lost) when (lost is RedisException or TimeoutException)
        {
            See(isItThere: false);
            return otherwise;
        }
    }

    public override void Dispose()
    {
        redis?.Dispose();
        base.Dispose();
    }

    /// <exception cref="ArgumentException">It is no address of a Redis server.</exception>
    public static ConfigurationOptions Read(string address)
    {
        var options = ConfigurationOptions.Parse(address);
        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ConnectTimeout = 2000;
        options.ClientName = "ChatSupport";
        return options;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            See(await Pings());
            await Task.Delay(Pulse, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> Pings()
    {
        try
        {
            redis ??= await ConnectionMultiplexer.ConnectAsync(Read(address));
            await redis.GetDatabase().PingAsync().WaitAsync(Patience, time);
            return true;
        }
        catch (Exception lost) when (lost is RedisException or TimeoutException)
        {
            return false;
        }
    }

    private void See(bool isItThere)
    {
        if (isThere == isItThere)
            return;
        isThere = isItThere;
        if (isItThere)
            LogBack();
        else
            LogAway();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Redis answers.")]
    private partial void LogBack();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis does not answer; this instance does without it until it does.")]
    private partial void LogAway();
}

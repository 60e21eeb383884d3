using System.Globalization;
using ChatSupport.Bench;
using ChatSupport.Bench.Phone;
using ChatSupport.Bench.Scale;
using ChatSupport.Bench.Storm;

switch (args)
{
    case ["deadline"]:
        DeadlineBench.Run();
        break;
    case ["desk"]:
        await DeskBench.Run(50_000);
        break;
    case ["store", .. var sizes]:
        await StoreBench.Run(Sizes(sizes));
        break;
    case ["start"]:
        await StartBench.Run();
        break;
    case ["empty", .. var settings]:
        await StartBench.RunEmpty(settings);
        break;
    case ["dialogs"]:
        await DialogBench.Run();
        break;
    case ["slack"]:
        await SlackBench.Run(rounds: 5);
        break;
    case ["slack", var rounds]:
        await SlackBench.Run(int.Parse(rounds, CultureInfo.InvariantCulture));
        break;
    case ["teams"]:
        await TeamsBench.Run(rounds: 5);
        break;
    case ["teams", var rounds]:
        await TeamsBench.Run(int.Parse(rounds, CultureInfo.InvariantCulture));
        break;
    case ["phone"]:
        await PhoneBench.Run();
        break;
    case ["scale", .. var settings]:
        await ScaleBench.Run(settings.FirstOrDefault(setting => !char.IsAsciiDigit(setting[0])), Sizes(settings));
        break;
    case ["storm", var clients, var seconds, .. var settings]:
        await StormBench.Run(int.Parse(clients, CultureInfo.InvariantCulture), int.Parse(seconds, CultureInfo.InvariantCulture), settings);
        break;
    case ["storm"]:
        await StormBench.Run(clients: 2_000, seconds: 60);
        break;
    case ["instances", .. var settings] when settings is not []:
        await InstancesBench.Run(settings);
        break;
    default:
        Console.WriteLine("bench deadline | desk | store [sizes...] | start | dialogs | slack [rounds] | teams [rounds] | phone | scale [sizes...] [postgres] | storm [clients seconds [postgres [redis]]] | instances postgres [redis]");
        break;
}

// From a thousand to a million unless it is said otherwise.
static int[] Sizes(string[] settings) => settings.Where(setting => char.IsAsciiDigit(setting[0])).Select(size => int.Parse(size, CultureInfo.InvariantCulture)).ToArray() is { Length: > 0 } sizes
    ? sizes
    : [1_000, 10_000, 100_000, 1_000_000];

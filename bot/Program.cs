using ChatSupport.Bot;
using ChatSupport.Bot.CommandLine;

return await BotCommand.RunAsync(args, BotHost.RunAsync, Terminal.OfThisProcess());

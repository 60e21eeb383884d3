using ChatSupport.Bot.CommandLine;

return await BotCommand.RunAsync(args, Host, Terminal.OfThisProcess());

static async Task<int> Host(string[] args)
{
    var app = WebApplication.CreateBuilder(args).Build();
    await app.RunAsync();
    return 0;
}

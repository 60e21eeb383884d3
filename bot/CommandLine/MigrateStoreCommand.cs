using System.CommandLine;
using ChatSupport.Bot.Language;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Storage.Moving;

namespace ChatSupport.Bot.CommandLine;

/// <summary><c>bot migrate-store</c>: moves a desk from its file to PostgreSQL. Interrupted, it goes on where it stopped.</summary>
internal static class MigrateStoreCommand
{
    public static Command Create(Terminal terminal)
    {
        var from = new Option<string>("--from") { Description = Said("CommandLine.MigrateStore.from"), Required = true };
        var to = new Option<string>("--to") { Description = Said("CommandLine.MigrateStore.to"), Required = true };
        var command = new Command("migrate-store", Said("CommandLine.MigrateStore")) { from, to };
        command.SetAction((parsed, stop) => Run(parsed.GetValue(from)!, parsed.GetValue(to)!, stop));
        return command;

        async Task<int> Run(string file, string server, CancellationToken stop)
        {
            var progress = new ProgressBar(terminal);
            try
            {
                await StoreMove.Run(file, server, progress.Show, stop);
                progress.End();
                terminal.Output.WriteLine(Said("CommandLine.MigrateStore.Done"));
                return 0;
            }
            catch (MoveRefusedException refused)
            {
                return Refuse(refused.Sentence);
            }
            catch (StoreRefusedException refused)
            {
                return Refuse(refused.Sentence);
            }

            int Refuse(Sentence why)
            {
                progress.End();
                return terminal.Refuse(why, terminal.Tongue);
            }
        }

        string Said(string key) => BotText.Say(key).In(terminal.Tongue);
    }
}

using ChatSupport.Bot.Language;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Storage.Moving;

namespace ChatSupport.Bot.CommandLine;

/// <summary>A line for each table, drawn over itself while it fills; where nobody watches, only when it is full.</summary>
internal sealed class ProgressBar(Terminal terminal)
{
    private const int Width = 30;

    private readonly bool isWatched = terminal.Output == Console.Out && !Console.IsOutputRedirected;
    private bool isOpen;

    public void Show(MoveProgress progress)
    {
        var isFull = progress.Done >= progress.Rows;
        if (!isWatched && !isFull)
            return;
        terminal.Output.Write((isWatched ? "\r" : "") + Line(progress) + (isFull ? Environment.NewLine : ""));
        isOpen = !isFull;
    }

    /// <summary>What is written next begins a line of its own.</summary>
    public void End()
    {
        if (isOpen)
            terminal.Output.WriteLine();
        isOpen = false;
    }

    private string Line(MoveProgress progress)
    {
        var share = progress.Rows == 0 ? 1 : Math.Min(1, (double)progress.Done / progress.Rows);
        var full = (int)(share * Width);
        var bar = new string('█', full) + new string('░', Width - full);
        var what = BotText.Say(progress.Verified ? "CommandLine.MigrateStore.Verifies" : "CommandLine.MigrateStore.Copies").In(terminal.Tongue);
        return string.Create(terminal.Tongue.Culture(), $"{what,-10} {progress.Table,-20} {bar} {progress.Done:N0}/{progress.Rows:N0}");
    }
}

namespace ChatSupport.Bot.Slack.Kit;

/// <summary>
/// What Slack refuses to show beyond. It counts code points and this program counts UTF-16, which is never less, so nothing is refused.
/// </summary>
internal static class BlockLimits
{
    public const int MessageBlocks = 50;
    public const int ViewBlocks = 100;
    public const int Text = 3000;
    public const int Fallback = 3000;
    public const int Header = 150;
    public const int Fields = 10;
    public const int Field = 2000;
    public const int Buttons = 25;
    public const int Label = 75;
    public const int ButtonValue = 2000;
    public const int OptionValue = 150;
    public const int Options = 100;
    public const int Placeholder = 150;
    public const int InputLabel = 2000;
    public const int InputText = 3000;
    public const int Id = 255;
    public const int ViewTitle = 24;
    public const int Metadata = 3000;
}

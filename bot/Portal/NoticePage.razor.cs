using ChatSupport.Bot.Language;
using ChatSupport.Desk.Language;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ChatSupport.Bot.Portal;

/// <summary>A page that says one thing: why what was asked for is not here, and what to do.</summary>
public sealed partial class NoticePage
{
    [Parameter, EditorRequired]
    public required Sentence Words { get; set; }

    [Parameter, EditorRequired]
    public required int Status { get; set; }

    private string Title => Say($"Notice.Title{Status}");

    public static RazorComponentResult<NoticePage> Of(int status, Sentence words) => new(new { Status = status, Words = words }) { StatusCode = status };

    /// <param name="entry">An entry <c>Notice.</c>… of the page <c>Portal</c>.</param>
    public static RazorComponentResult<NoticePage> Of(int status, string entry) => Of(status, BotText.Say($"Portal.Notice.{entry}"));
}

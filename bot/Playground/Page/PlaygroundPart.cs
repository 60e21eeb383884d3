using ChatSupport.Bot.Portal.Look;
using ChatSupport.Desk.Language;
using Microsoft.AspNetCore.Components;

namespace ChatSupport.Bot.Playground.Page;

/// <summary>What every part of the playground has besides: what it shows, and the words of its own page.</summary>
public abstract class PlaygroundPart : Part
{
    [CascadingParameter]
    public required PlaygroundView View { get; set; }

    protected override string Book => "Playground";

    protected string With(string address) => $"{address}?lang={Tongue.Code()}";
}

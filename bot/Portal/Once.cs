namespace ChatSupport.Bot.Portal;

/// <summary>The name that a form gives to its being sent, so that sending it again has no second effect.</summary>
internal static class Once
{
    public const string Field = "delivery";

    public static string New() => Guid.NewGuid().ToString("N");

    /// <summary>Null when there is none, or none of ours.</summary>
    public static string? Read(IFormCollection form) => Guid.TryParseExact(form[Field], "N", out var id) ? id.ToString("N") : null;
}

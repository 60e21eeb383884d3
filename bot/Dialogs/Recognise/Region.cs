namespace ChatSupport.Bot.Dialogs.Recognise;

/// <summary>Where: one region, or both when both are named.</summary>
internal static class Region
{
    private static readonly Phrases Known = new(
        ("fr1", "fr1|fr 1"),
        ("fr2", "fr2|fr 2"),
        ("all", "toutes les régions|toutes nos régions|les deux régions|all regions|all our regions|every region|both regions"));

    public static string? In(Utterance said) => Known.KeysIn(said) switch
    {
        [] => null,
        [var only] => only,
        _ => "all",
    };
}

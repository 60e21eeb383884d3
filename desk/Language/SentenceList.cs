namespace ChatSupport.Desk.Language;

/// <summary>Several sentences or words in one hole of another, joined as the reader's language joins them.</summary>
public sealed class SentenceList(IEnumerable<Sentence> items)
{
    private readonly Sentence[] items = [.. items];

    public string In(Tongue tongue) => items switch
    {
        [] => "",
        [var only] => only.In(tongue),
        [.. var first, var last] => string.Join(", ", first.Select(item => item.In(tongue)))
            + $" {DeskText.Say("Words.Or").In(tongue)} " + last.In(tongue),
    };
}

using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ChatSupport.Bench.Storm;

/// <summary>Many at once: each does one thing after another with a while between them, and means to declare at an instant of their own.</summary>
/// <param name="contacts">Those who come, in the order of their numbers.</param>
internal sealed partial class StormRush(StormDoor[] doors, Range contacts, TimeSpan length)
{
    private readonly StormWaits waits = new(length);
    private readonly TimeSpan thinking = length / 12;
    private long began;

    private int Count => contacts.End.Value - contacts.Start.Value;

    public async Task<StormWaits> Run()
    {
        began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(contacts.Start.Value, Count).Select(Declare));
        return waits;
    }

    private async Task Declare(int contact)
    {
        var door = doors[contact % doors.Length];
        // In no order, and evenly over the minute, which begins when the first can have filled a form in.
        var due = (thinking * doors.Max(one => one.Steps.Count - 1)) + (length * ((contact * 7919L) % Count) / Count);
        var shown = "";
        try
        {
            for (var n = 0; n < door.Steps.Count; n++)
            {
                var meant = due - (thinking * (door.Steps.Count - 1 - n));
                if (meant - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } early)
                    await Task.Delay(early, TimeProvider.System);
                shown = await door.Steps[n].Do(contact);
                waits.Add(door.Name, door.Steps[n].Name, Stopwatch.GetElapsedTime(began) - meant);
                if (StormPeople.NamesAnother(contact, shown))
                    waits.Strange(shown);
            }
            if (Reference.Match(shown) is { Success: true, Value: var reference })
                waits.Declared(reference);
            else
                waits.Unanswered($"{door.Name}: no reference in {shown}");
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or TimeoutException)
        {
            waits.Unanswered($"{door.Name}: {failure.Message}");
        }
    }

    [GeneratedRegex("INC-[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Reference { get; }
}

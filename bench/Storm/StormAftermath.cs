using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Contracts;

namespace ChatSupport.Bench.Storm;

/// <summary>What is left when the storm is over: a ticket for each, right deadlines, little in the desk's channels, and one incident that a supervisor publishes for all.</summary>
internal sealed class StormAftermath(IReadOnlyList<StormDesk> desks, StormPeople people, StormTown town, StormMail mail)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public async Task Print()
    {
        using var http = new HttpClient { BaseAddress = desks[0].Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", StormDesk.Key) } };
        await CalmsDown();
        var tickets = await Tickets(http);
        Say($"  {tickets.Count:N0} tickets of {tickets.Select(ticket => ticket.GetProperty("contact").GetString()).Distinct().Count():N0} contacts out of {people.Contacts:N0}, {tickets.Count(IsDeadlineWrong)} wrong deadlines");
        PrintChannels("before anything is published");
        foreach (var wave in (await http.GetFromJsonAsync<JsonElement>("/api/waves")).GetProperty("items").EnumerateArray())
            await Publish(http, wave, [.. tickets.Select(ticket => ticket.GetProperty("reference").GetString()!)]);
    }

    private async Task Publish(HttpClient http, JsonElement wave, List<string> references)
    {
        var first = wave.GetProperty("reference").GetString()!;
        Say($"  one cause: {wave.GetProperty("clients").GetInt32():N0} clients, {wave.GetProperty("tickets").GetInt32():N0} tickets, from {first} on");
        var watch = Stopwatch.StartNew();
        using var published = await http.PostAsJsonAsync($"/api/tickets/{first}/publish", new { by = "sylvie.roux", title = "Calcul de fr1 interrompu", comment = "Nous remplaçons un équipement." });
        published.EnsureSuccessStatusCode();
        var answered = watch.Elapsed;
        var following = 0;
        await Parallel.ForEachAsync(references.Where(reference => reference != first), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (reference, stop) =>
        {
            while (!await Follows(http, reference))
            {
                if (watch.Elapsed > Longest)
                    return;
                await Task.Delay(Glance, TimeProvider.System, stop);
            }
            Interlocked.Increment(ref following);
        });
        Say($"  published in {answered.TotalMilliseconds:N0} ms; {following:N0} tickets follow it after {watch.Elapsed.TotalSeconds:N1} s");
        await CalmsDown();
        PrintChannels("once published");
    }

    private static async Task<bool> Follows(HttpClient http, string reference) =>
        (await http.GetFromJsonAsync<JsonElement>($"/api/tickets/{reference}/timeline")).GetProperty("items").EnumerateArray().Any(happening => happening.GetProperty("type").GetString() == "linked");

    private static async Task<List<JsonElement>> Tickets(HttpClient http)
    {
        var (all, cursor) = (new List<JsonElement>(), "");
        while (cursor is not null)
        {
            var page = await http.GetFromJsonAsync<JsonElement>($"/api/tickets?cursor={Uri.EscapeDataString(cursor)}");
            all.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("next").GetString();
        }
        return all;
    }

    private static bool IsDeadlineWrong(JsonElement ticket)
    {
        var declared = IsoTime.Read(ticket.GetProperty("declaredAt").GetString()!)!.Value;
        var due = ticket.GetProperty("clock").GetProperty("dueAt").GetString();
        return due is null || IsoTime.Read(due) != Explanation.Of(Plan.Business, Priority.P1, declared).DueAt;
    }

    /// <summary>Until nothing has been said in any chat for a while.</summary>
    private async Task CalmsDown()
    {
        var watch = Stopwatch.StartNew();
        while (town.Silence < Quiet && watch.Elapsed < Longest)
            await Task.Delay(Glance, TimeProvider.System);
    }

    private void PrintChannels(string when) =>
        Say($"  {when}, the desk has in Slack {town.Slack}; in Teams {town.Teams}; by mail {mail.ToDesk}; people were told {town.Said:N0} things in chats and {mail.ToPeople:N0} by mail, {town.Strange + mail.Strange} of them with another client's name");

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

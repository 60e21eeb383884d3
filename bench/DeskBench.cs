using System.Diagnostics;
using System.Globalization;
using System.IO;
using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatSupport.Bench;

/// <summary>
/// Durable declarations a second through the whole desk: read, validated, decided, folded, told, committed. Beside it, the very rows
/// that this wrote are written again by a bare group commit.
/// </summary>
internal static class DeskBench
{
    private const int Callers = 256;
    private const int WarmUp = 5_000;

    public static async Task Run(int sample)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("desk-bench").FullName;
        try
        {
            var file = Path.Combine(folder, "desk.db");
            double ours;
            await using (var store = await Store.Open(file))
            {
                using var directory = new LiveDirectory(
                    Path.Combine(AppContext.BaseDirectory, "demo", "directory.yaml"), TimeProvider.System, NullLogger<LiveDirectory>.Instance);
                var desk = new ServiceDesk(store, directory, new DeskClock(TimeProvider.System), new HashSet<Way> { Way.Mail });
                await Declare(desk, directory.Current, 0, WarmUp);
                ours = sample / (await Declare(desk, directory.Current, WarmUp, sample)).TotalSeconds;
            }
            var bare = ReplayedRows.Of(file, after: WarmUp).PerSecond(Path.Combine(folder, "bare.db"), Callers);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"desk {ours:N0}/s   bare group commit of the same rows {bare:N0}/s   ratio {ours / bare:P0}"));
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<TimeSpan> Declare(ServiceDesk desk, Desk.People.Directory directory, int from, int count)
    {
        var actor = Actor.Of(directory.Contact("paul.renard")!);
        var next = from - 1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(Caller)));
        return watch.Elapsed;

        async Task Caller()
        {
            for (var n = Interlocked.Increment(ref next); n < from + count; n = Interlocked.Increment(ref next))
            {
                var origin = new Origin(actor, Door.Api, new DeliveryKey("api:bench", n.ToString(CultureInfo.InvariantCulture)), "hash");
                var answer = await desk.Declare(new Declare("meridien", "paul.renard", Answers), origin);
                if (answer is Answer.Refused { Refusal: var refusal })
                    throw new InvalidOperationException(string.Join(", ", refusal.Fields.Keys));
            }
        }
    }

    private static readonly Dictionary<string, FieldAnswer> Answers = new(StringComparer.Ordinal)
    {
        ["title"] = FieldAnswer.Of("Toutes les instances de fr1 sont injoignables"),
        ["description"] = FieldAnswer.Of("Depuis ce matin aucune instance ne répond ; nous attendions un accès SSH normal. Rien n'a changé de notre côté."),
        ["service"] = FieldAnswer.Of("compute"),
        ["region"] = FieldAnswer.Of("fr1"),
        ["tenantId"] = FieldAnswer.Of("4d1c9a7be2f04c7f9b3e5a6d8c0f1e2a"),
        ["resourceIds"] = FieldAnswer.Of(["6a9f0b52-1c2d-4e3f-8a4b-5c6d7e8f9a0b"]),
        ["startedAt"] = FieldAnswer.Of("2026-11-23T08:00:00+01:00"),
        ["serviceInterrupted"] = FieldAnswer.Of("interrupted"),
        ["environment"] = FieldAnswer.Of("production"),
        ["businessImpact"] = FieldAnswer.Of("La préparation des commandes est arrêtée."),
        ["usersAffected"] = FieldAnswer.Of("all"),
        ["workaround"] = FieldAnswer.Of("no"),
        ["requestedPriority"] = FieldAnswer.Of("P1"),
        ["reason"] = FieldAnswer.Of("Production arrêtée, aucun contournement."),
        ["actionsTried"] = FieldAnswer.Of("Redémarrage par l'API, contrôle des groupes de sécurité."),
        ["callbackPhone"] = FieldAnswer.Of("+33612000201"),
        ["scopeAttestation"] = FieldAnswer.Of("true"),
    };
}

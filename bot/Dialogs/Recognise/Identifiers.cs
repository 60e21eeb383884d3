using System.Text.RegularExpressions;

namespace ChatSupport.Bot.Dialogs.Recognise;

/// <summary>Identifiers copied from the Console: the client's own tenant, and the resources.</summary>
internal static class Identifiers
{
    private static readonly Regex Written = Linear.Loosely(
        @"\b(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32})\b");

    /// <param name="tenants">The client's tenants, 32 hexadecimal digits each.</param>
    public static string? TenantIn(Utterance said, IReadOnlyCollection<string> tenants) =>
        All(said).FirstOrDefault(id => IsOneOf(tenants, id))?.ToString();

    /// <summary>Every UUID but the client's tenants, each once.</summary>
    public static IReadOnlyList<string> ResourcesIn(Utterance said, IReadOnlyCollection<string> tenants) =>
        [.. All(said).Where(id => !IsOneOf(tenants, id)).Select(id => id.ToString()!).Distinct()];

    private static IEnumerable<Guid?> All(Utterance said) => Written.Matches(said.Text).Select(match => (Guid?)Guid.Parse(match.Value));

    private static bool IsOneOf(IReadOnlyCollection<string> tenants, Guid? id) => tenants.Contains(id!.Value.ToString("N"));
}

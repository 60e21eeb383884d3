namespace ChatSupport.Desk.Storage;

/// <summary>A few facts of the installation itself.</summary>
public static class SettingTable
{
    public static ValueTask<string?> Setting(this Reader reader, string name) => reader.Prepare("SELECT value FROM settings WHERE name = $1")
        .With(name)
        .First(row => row.GetString(0));

    /// <summary>The values of all whose names begin so.</summary>
    public static ValueTask<List<string>> SettingsUnder(this Reader reader, string prefix) => reader.Prepare(
            "SELECT value FROM settings WHERE substr(name, 1, length($1)) = $1 ORDER BY name")
        .With(prefix)
        .All(row => row.GetString(0));

    public static ValueTask Set(this Session session, string name, string value) => session.Prepare(
            "INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value")
        .With(name, value)
        .Later();
}

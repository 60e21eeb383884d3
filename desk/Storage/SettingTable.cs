namespace ChatSupport.Desk.Storage;

/// <summary>A few facts of the installation itself.</summary>
public static class SettingTable
{
    public static ValueTask<string?> Setting(this Reader reader, string name) => reader.Prepare("SELECT value FROM settings WHERE name = $1")
        .With(name)
        .First(row => row.GetString(0));

    public static async ValueTask Set(this Session session, string name, string value) => await session.Prepare(
            "INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value")
        .With(name, value)
        .Execute();
}

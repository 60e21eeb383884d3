using System.Data.Common;
using NodaTime;

namespace ChatSupport.Desk.Storage;

/// <param name="Version">Counts the saves, from 1.</param>
/// <param name="State">Where the dialog stands and what was said so far, as JSON.</param>
public sealed record DialogRow(string Conversation, int Version, string State, Instant UpdatedAt);

/// <summary>
/// Dialogs and drafts, one row a conversation. Two turns of the same conversation may meet: the later save finds another
/// version than it read, is told so, and the turn is run again.
/// </summary>
public static class DialogTable
{
    public static ValueTask<DialogRow?> LoadDialog(this Reader reader, string conversation) => reader.Prepare(Load).With(conversation).First(Read);

    /// <summary>The dialog, for this transaction alone until it ends: whoever else wants to change it waits.</summary>
    public static ValueTask<DialogRow?> HoldDialog(this Session session, string conversation) =>
        session.Prepare($"{Load} FOR UPDATE").With(conversation).First(Read);

    /// <summary>Saves a dialog that this transaction holds, as its next version.</summary>
    public static ValueTask SaveHeldDialog(this Session session, DialogRow held, string state, Instant at) =>
        session.Prepare(Replace).With(held.Conversation, held.Version, state, at).Later();

    /// <summary>Saves the dialog as version <paramref name="expectedVersion"/> + 1; a new one is expected at 0.</summary>
    /// <returns>False when somebody saved or deleted it meanwhile; nothing was changed.</returns>
    public static async ValueTask<bool> SaveDialog(this Session session, string conversation, int expectedVersion, string state, Instant at) =>
        await session.Prepare(expectedVersion == 0 ? Create : Replace).With(conversation, expectedVersion, state, at).Execute() == 1;

    /// <returns>False when somebody saved or deleted it meanwhile; nothing was changed.</returns>
    public static async ValueTask<bool> DeleteDialog(this Session session, string conversation, int expectedVersion) =>
        await session.Prepare("DELETE FROM dialogs WHERE conversation = $1 AND version = $2").With(conversation, expectedVersion).Execute() == 1;

    private const string Load = "SELECT conversation, version, state, updated_at FROM dialogs WHERE conversation = $1";

    private const string Create =
        "INSERT INTO dialogs (conversation, version, state, updated_at) VALUES ($1, $2 + 1, $3, $4) ON CONFLICT (conversation) DO NOTHING";

    private const string Replace =
        "UPDATE dialogs SET version = $2 + 1, state = $3, updated_at = $4 WHERE conversation = $1 AND version = $2";

    private static DialogRow Read(DbDataReader row) => new(row.GetString(0), row.GetInt32(1), row.GetString(2), row.Instant(3));
}

using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ChatSupport.Desk.Storage;

/// <summary>
/// Commits commands together: one flush of the disk serves them all. When one of them fails, they are decided again, each
/// inside a savepoint of its own; when they cannot be committed together even so, each stands alone.
/// </summary>
internal sealed class GroupCommit(SqliteConnection connection, string instance)
{
    private readonly Session session = new(connection, Dialect.Sqlite, instance);
    private bool begun;

    private bool InTransaction => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    /// <summary>Afterwards each command is ready to be answered, with its result if it is durable, else with its failure.</summary>
    public void Commit(List<Command> batch)
    {
        if (Try(batch, Decide) is not { } failure)
            return;

        if (batch.Count == 1 || !begun)
            batch.ForEach(command => command.Fail(failure));
        else if (Try(batch, DecideApart) is not null)
            batch.ForEach(command => Commit([command]));
    }

    public void Close() => session.Close();

    /// <returns>Why nothing was committed; null when everything was.</returns>
    private Exception? Try(List<Command> batch, Action<Command> decide)
    {
        begun = false;
        try
        {
            session.Prepare("BEGIN IMMEDIATE").Run();
            begun = true;
            batch.ForEach(decide);
            session.Prepare("COMMIT").Run();
            return null;
        }
        catch (Exception failure)
        {
            if (InTransaction)
                session.Prepare("ROLLBACK").Run();
            return Dialect.Sqlite.Explain(failure);
        }
    }

    private void Decide(Command command)
    {
        session.Lanes.Clear();
        session.Leaving.Clear();
        command.Decide(session).Now();
        session.OpenLanes().Now();
    }

    private void DecideApart(Command command)
    {
        session.Prepare("SAVEPOINT command").Run();
        try
        {
            Decide(command);
        }
        // SQLite may give up the whole transaction, when the disk is full for one; then there is nothing to return to.
        catch (Exception failure) when (InTransaction)
        {
            session.Prepare("ROLLBACK TO command").Run();
            command.Fail(Dialect.Sqlite.Explain(failure));
        }

        session.Prepare("RELEASE command").Run();
    }
}

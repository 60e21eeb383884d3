namespace ChatSupport.Desk.Storage;

/// <summary>Keeps the first unsettled message of every lane ready, whoever writes at the same time.</summary>
internal static class OutboxLanes
{
    /// <summary>
    /// Comes last in a transaction. Instances that write into one lane take turns from here to the commit, so that each sees what
    /// the others left in it; everything else that a transaction waits for is behind it, and so nobody waits in a circle.
    /// </summary>
    public static async ValueTask OpenLanes(this Session session)
    {
        if (session.Lanes.Count == 0)
            return;
        if (session.Dialect.HoldLanes is { } hold)
            await session.Prepare(hold).With((object)session.Lanes.ToArray()).Later();
        await session.WriteLeaving();
        foreach (var lane in session.Lanes)
        {
            await session.Prepare(
                    """
                    UPDATE outbox SET ready_at = not_before
                    WHERE id = (SELECT MIN(id) FROM outbox WHERE lane = $1 AND outcome IS NULL) AND ready_at IS NULL
                    """)
                .With(lane)
                .Later();
        }
        session.Lanes.Clear();
    }
}

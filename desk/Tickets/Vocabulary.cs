namespace ChatSupport.Desk.Tickets;

/// <summary>What a ticket is about. Each kind numbers its references on its own (<c>INC-000123</c>).</summary>
public enum TicketKind
{
    Incident,
}

/// <summary>The five statuses of the catalogue (chapters 1.11.2 to 1.11.4).</summary>
public enum Status
{
    Open,
    InProgress,
    OnHold,
    Resolved,
    Closed,
}

/// <summary>Where somebody spoke to the desk, or <see cref="Desk"/> when the desk itself acted.</summary>
public enum Door
{
    Slack,
    Teams,
    Web,
    Mail,
    Phone,
    Api,
    Desk,
}

/// <summary>Where a solution stands when a ticket is resolved (R77, R79).</summary>
public enum Fix
{
    /// <summary>Applied in production; no code release was needed.</summary>
    Production,

    /// <summary>The code is available in pre-production and waits for its deployment.</summary>
    Preproduction,
}

/// <summary>Why a ticket is closed. Closed is final (D13).</summary>
public enum Closure
{
    Confirmed,
    Silence,
    OutOfScope,

    /// <summary>The caller who had opened it said that it was something else.</summary>
    Withdrawn,
}

/// <summary>How a ticket stands against its contract, at an instant.</summary>
public enum Standing
{
    /// <summary>A PREMIUM P1 declared in writing: the contract's hour starts with the client's call (R32, D7).</summary>
    NotStarted,
    Running,
    Met,
    Missed,
    BestEffort,

    /// <summary>Declared by phone and closed without ever having been confirmed with the declaration model (R16, D9).</summary>
    NotEnforceable,
}

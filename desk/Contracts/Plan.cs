namespace ChatSupport.Desk.Contracts;

/// <summary>The support offer that a client has bought (« offre de support »). A client without one has no <see cref="Plan"/> (R2).</summary>
public enum Plan
{
    Developpeur,
    Business,
    Premium,
}

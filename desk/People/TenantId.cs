namespace ChatSupport.Desk.People;

/// <summary>A cloud tenant's id: people write it as 32 hexadecimal digits or as a UUID, the desk keeps it as the former.</summary>
public static class TenantId
{
    /// <param name="id">32 lower-case hexadecimal digits.</param>
    public static bool TryRead(string text, out string id)
    {
        var read = Guid.TryParseExact(text, "N", out var value) || Guid.TryParseExact(text, "D", out value);
        id = value.ToString("N");
        return read;
    }
}

namespace ChatSupport.Desk.Declarations;

/// <summary>One of the client's own tenants. Whether another client has it is never told.</summary>
internal sealed class TenantField(string key) : Field(key, FieldKind.ShortText, maxLength: 36)
{
    private protected override Finding Interpret(string text, DeclarationContext context)
    {
        if (!Guid.TryParse(text, out var id))
            return Finding.Wrong("NotATenant");

        return context.Tenants.Any(tenant => Guid.TryParse(tenant, out var own) && own == id)
            ? Finding.Good(id.ToString("N"))
            : Finding.Wrong("NotYourTenant");
    }
}

namespace ChatSupport.Desk.People;

/// <summary>A way of reaching a person.</summary>
public enum Way
{
    Mail,
    Slack,
    Teams,
    Phone,
    Sms,
}

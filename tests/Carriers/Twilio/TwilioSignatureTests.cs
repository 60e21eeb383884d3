namespace ChatSupport.Tests.Carriers.Twilio;

public sealed class TwilioSignatureTests
{
    private static readonly KeyValuePair<string, string>[] Documented =
    [
        new("CallSid", "CA1234567890ABCDE"), new("Caller", "+12349013030"), new("Digits", "1234"), new("From", "+12349013030"), new("To", "+18005551212"),
    ];

    [Fact]
    public void The_documented_request_has_the_documented_signature() =>
        Assert.Equal("0/KCTR6DLpKmkAf8muzZqo1nDgQ=", TwilioSignature.Of("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", Documented));

    [Fact]
    public void The_order_in_which_parameters_come_does_not_count() => Assert.Equal(
        TwilioSignature.Of("12345", "https://mycompany.com/", Documented),
        TwilioSignature.Of("12345", "https://mycompany.com/", Documented.Reverse()));

    [Fact]
    public void A_repeated_parameter_is_signed_value_by_value_and_each_value_once() => Assert.Equal(
        TwilioSignature.Of("12345", "https://mycompany.com/", [new("Event", "answered"), new("Event", "ringing")]),
        TwilioSignature.Of("12345", "https://mycompany.com/", [new("Event", "ringing"), new("Event", "answered"), new("Event", "ringing")]));

    [Fact]
    public void An_empty_parameter_is_signed_by_its_name() => Assert.NotEqual(
        TwilioSignature.Of("12345", "https://mycompany.com/", []),
        TwilioSignature.Of("12345", "https://mycompany.com/", [new("Digits", "")]));
}

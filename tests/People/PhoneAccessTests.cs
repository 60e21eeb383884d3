using System.Security.Cryptography;
using System.Text;
using ChatSupport.Desk.People;

namespace ChatSupport.Tests.People;

public sealed class PhoneAccessTests
{
    private static readonly byte[] Salt = Encoding.UTF8.GetBytes("some salt");

    private static readonly string Hash = Convert.ToBase64String(
        Rfc2898DeriveBytes.Pbkdf2("2468", Salt, iterations: 1000, HashAlgorithmName.SHA256, outputLength: 32));

    [Theory]
    [InlineData("2468", true)]
    [InlineData("2469", false)]
    [InlineData("", false)]
    public void Only_the_pin_opens(string pin, bool opens) =>
        Assert.Equal(opens, new PhoneAccess("4711", $"pbkdf2-sha256$1000${Convert.ToBase64String(Salt)}${Hash}").Verify(pin));

    [Theory]
    [InlineData("pbkdf2-sha256$600000$example-salt$example-hash")]
    [InlineData("pbkdf2-sha256$0$AAAA$AAAA")]
    [InlineData("pbkdf2-sha256$1000$AAAA$")]
    [InlineData("md5$1000$AAAA$AAAA")]
    [InlineData("2468")]
    public void A_hash_that_cannot_be_read_lets_nobody_in(string hash) => Assert.False(new PhoneAccess("4711", hash).Verify("2468"));
}

using ChatSupport.Desk.Declarations;
using CsCheck;

namespace ChatSupport.Tests.Declarations;

public sealed class SecretsTests
{
    private const string Dots = "••••••••";

    [Theory]
    [InlineData("password: hunter", $"password: {Dots}")]
    [InlineData("password: x", $"password: {Dots}")]
    [InlineData("mot de passe : x", $"mot de passe : {Dots}")]
    [InlineData("Mot de passe\u00A0: Azerty", $"Mot de passe\u00A0: {Dots}")]
    [InlineData("mdp: Azerty123 et login: bob", $"mdp: {Dots} et login: bob")]
    [InlineData("OS_PASSWORD=secret export", $"OS_PASSWORD={Dots} export")]
    [InlineData("{\"password\": \"a b c\", \"user\": \"bob\"}", $"{{\"password\": {Dots}, \"user\": \"bob\"}}")]
    [InlineData("Server=db;User Id=sa;Password=p@ss,word;Encrypt=true", $"Server=db;User Id=sa;Password={Dots};Encrypt=true")]
    [InlineData("postgres://app:s3cr3t@db.example/prod", $"postgres://app:{Dots}@db.example/prod")]
    [InlineData("Authorization: Bearer 0a1b2c3d4e5f6a7b8c9d", $"Authorization: Bearer {Dots}")]
    [InlineData("X-Auth-Token: 3f2a9c7d1e5b4a68", $"X-Auth-Token: {Dots}")]
    [InlineData("api_key = 'sk_live_12345678'", $"api_key = {Dots}")]
    [InlineData("gAAAAABlqwertyuiopasdfghjklzxcvbnm-_0123456789==", Dots)]
    [InlineData("token xoxb-123456789012-abcdefABCDEF ok", $"token {Dots} ok")]
    [InlineData("AKIAIOSFODNN7EXAMPLE", Dots)]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U", Dots)]
    [InlineData("clé :\n-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA\nabc=\n-----END RSA PRIVATE KEY-----\nfin", $"clé :\n{Dots}\nfin")]
    [InlineData("-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\nla suite manque", $"{Dots}\nla suite manque")]
    public void A_secret_is_masked(string text, string masked) => Assert.Equal((masked, true), Secrets.Mask(text));

    [Theory]
    [InlineData("Le mot de passe de l’utilisateur est refusé par Keystone.")]
    [InlineData("Problème de mot de passe : l’utilisateur ne peut plus se connecter.")]
    [InlineData("Mot de passe : oublié.")]
    [InlineData("Reset password: https://docs.example/reset")]
    [InlineData("The token: expired after one hour, as designed.")]
    [InlineData("Bearer authentication fails on the API.")]
    [InlineData("request-id: req-7c9e6679-7425-40de-944b-e07fc1f90ae7")]
    [InlineData("Instance 0f8fad5b-d9cb-469f-a165-70867728950e en erreur 500 depuis 09:40")]
    [InlineData("https://fr1.example:5000/v3/auth/tokens répond 503 @ 10:00")]
    [InlineData("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----")]
    [InlineData("Auth token: https://docs.example/v3/tokens")]
    [InlineData("Voici le token :\n0f8fad5b-d9cb-469f-a165-70867728950e est l’instance")]
    [InlineData("OS_PASSWORD=********")]
    [InlineData("Secret de fabrication : aucun")]
    public void An_ordinary_sentence_is_left_alone(string text) => Assert.Equal((text, false), Secrets.Mask(text));

    [Fact]
    public void Masking_what_is_masked_changes_nothing()
    {
        var pieces = Gen.OneOf(
            "password", "mot de passe", "token", "secret", "api_key", ":", "=", ":=", " ", " ", "\n", ";", ",", "\"", "'", "«", "»", "x", "abc1", "Bearer ",
            "://", "@", "/", "gAAAA", "abcdefghij0123456789", "AKIAIOSFODNN7EXAMPLE", "xoxb-1234567890ab", "eyJhbGciOiJI.eyJzdWIiOiIx.sig", "_", "-", "é",
            "-----BEGIN PRIVATE KEY-----", "-----END PRIVATE KEY-----", Dots, "•", "http", "oublié", ".");
        Gen.OneOf(pieces.Array[0, 14].Select(string.Concat), Gen.String).Sample(
            text =>
            {
                var once = Secrets.Mask(text).Text;
                return Secrets.Mask(once) == (once, false);
            },
            iter: 20_000);
    }

    [Fact]
    public void A_long_text_full_of_beginnings_takes_no_time()
    {
        var text = string.Concat(Enumerable.Repeat("-----BEGIN PRIVATE KEY----- password: a://b:eyJaaaaaaaaa. ", 350));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Secrets.Mask(text);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }
}

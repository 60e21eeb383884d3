using ChatSupport.Bot.Dialogs.Recognise;

namespace ChatSupport.Tests.Dialogs.Recognise;

public sealed class PlaceTests
{
    [Theory]
    [InlineData("our VMs are down", "compute")]
    [InlineData("Toutes les instances sont injoignables", "compute")]
    [InlineData("API Nova en erreur 500", "compute")]
    [InlineData("our servers do not answer", "compute")]
    [InlineData("le réseau est coupé", "network")]
    [InlineData("floating IPs unreachable", "network")]
    [InlineData("VPN en panne", "network")]
    [InlineData("impossible d'attacher un volume", "block-storage")]
    [InlineData("Cinder latency", "block-storage")]
    [InlineData("our buckets return 503", "object-storage")]
    [InlineData("stockage objet illisible", "object-storage")]
    [InlineData("Glance refuse nos images", "images")]
    [InlineData("la stack Heat ne se crée pas", "orchestration")]
    [InlineData("Keystone refuse l'authentification", "identity")]
    [InlineData("problème d’authentification", "identity")]
    [InlineData("the API answers 500", "api")]
    [InlineData("la console ne s'ouvre plus", "console")]
    [InlineData("Horizon is slow", "console")]
    [InlineData("erreur sur ma facture", "portal")]
    [InlineData("l'espace personnel ne répond plus", "portal")]
    [InlineData("VMs cannot reach their volumes", null)]
    [InlineData("everything is fine", null)]
    public void The_Service_that_is_hit(string said, string? expected) => Assert.Equal(expected, Service.In(Utterance.Of(said)));

    [Theory]
    [InlineData("in fr1", "fr1")]
    [InlineData("sur FR2", "fr2")]
    [InlineData("région fr-1", "fr1")]
    [InlineData("fr1 et fr2", "all")]
    [InlineData("toutes les régions", "all")]
    [InlineData("both regions", "all")]
    [InlineData("somewhere", null)]
    [InlineData("fr10", null)]
    public void The_region(string said, string? expected) => Assert.Equal(expected, Region.In(Utterance.Of(said)));
}

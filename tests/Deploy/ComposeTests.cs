using System.IO;
using ChatSupport.Tests.House;
using YamlDotNet.RepresentationModel;

namespace ChatSupport.Tests.Deploy;

public sealed class ComposeTests
{
    private readonly Manifest compose = Manifest.Read("compose.yaml");

    [Fact]
    public void Two_instances_share_one_database_one_cache_and_one_folder()
    {
        Assert.Equal(["desk-1", "desk-2", "data-owner", "gateway", "postgres", "redis"], compose.Keys("services"));
        Assert.Same(compose["services/desk-1"], compose["services/desk-2"]);
        Assert.Equal(["postgres", "redis", "data-owner"], compose.Keys("services/desk-1/depends_on"));
        Assert.Contains("desk-data:/data", compose["services/desk-1/volumes"].ToString(), StringComparison.Ordinal);
        Assert.Equal("/data", compose.Text("services/desk-1/environment/Data__Folder"));
    }

    [Fact]
    public void What_is_mounted_or_named_is_there_or_declared()
    {
        foreach (var service in compose.Keys("services"))
        {
            foreach (var volume in Items($"services/{service}/volumes").Select(volume => volume.Split(':')[0]))
                Assert.True(volume.StartsWith("./", StringComparison.Ordinal) || compose.Keys("volumes").Contains(volume), volume);
            foreach (var network in Items($"services/{service}/networks"))
                Assert.Contains(network, compose.Keys("networks"));
        }
        foreach (var file in new[] { "Caddyfile", "desk.env.example" })
            Assert.True(File.Exists(Repository.PathOf("manifests", "deploy", file)), file);
    }

    [Fact]
    public void The_gateway_sends_people_to_both_and_only_to_those_that_are_ready()
    {
        var gateway = File.ReadAllText(Repository.PathOf("manifests", "deploy", "Caddyfile"));
        Assert.Contains("reverse_proxy desk-1:8080 desk-2:8080", gateway, StringComparison.Ordinal);
        Assert.Contains("health_uri /readyz", gateway, StringComparison.Ordinal);
        Assert.Equal(compose.Text("networks/desk/ipam/config/0/subnet"), compose.Text("services/desk-1/environment/Public__Proxies"));
    }

    [Fact]
    public void There_is_time_to_drain() => Assert.Equal("15s", compose.Text("services/desk-1/stop_grace_period"));

    private IEnumerable<string> Items(string path) => compose.Find(path) is YamlSequenceNode several
        ? several.Children.OfType<YamlScalarNode>().Select(item => item.Value!)
        : [];
}

using System.Xml.Linq;
using ChatSupport.Tests.Driver;
using ChatSupport.Tests.House;

namespace ChatSupport.Tests.Deploy;

public sealed class KubernetesTests
{
    private const string Pod = "spec/template/spec";
    private const string Container = $"{Pod}/containers/0";
    private readonly Manifest deployment = Manifest.Read("kubernetes/deployment.yaml");

    [Fact]
    public void Every_file_that_is_applied_is_there_and_says_what_it_is()
    {
        var files = Manifest.Read("kubernetes/kustomization.yaml")["resources"].AllNodes.OfType<YamlDotNet.RepresentationModel.YamlScalarNode>().Select(name => name.Value!).ToList();
        Assert.Equal(5, files.Count);
        Assert.All(files, file => Assert.NotEmpty(Manifest.Read($"kubernetes/{file}").Text("apiVersion") + Manifest.Read($"kubernetes/{file}").Text("kind")));
    }

    [Fact]
    public async Task Each_probe_asks_a_path_that_answers_at_the_port_that_is_open()
    {
        await using var desk = await RealDesk.Start();
        foreach (var probe in new[] { "startupProbe", "livenessProbe", "readinessProbe" })
        {
            Assert.Equal(200, (await desk.Asks(HttpMethod.Get, deployment.Text($"{Container}/{probe}/httpGet/path"))).Status);
            Assert.Equal(deployment.Text($"{Container}/ports/0/name"), deployment.Text($"{Container}/{probe}/httpGet/port"));
        }
        Assert.Equal("/healthz", deployment.Text($"{Container}/livenessProbe/httpGet/path"));
        Assert.Equal("/readyz", deployment.Text($"{Container}/readinessProbe/httpGet/path"));
        Assert.Equal(200, (await desk.Asks(HttpMethod.Get, deployment.Text("spec/template/metadata/annotations/prometheus.io~path"))).Status);
    }

    [Fact]
    public void The_port_is_the_one_that_the_image_listens_on()
    {
        var project = XDocument.Load(Repository.PathOf("bot", "ChatSupport.Bot.csproj"));
        Assert.Equal(deployment.Text($"{Container}/ports/0/containerPort"), project.Descendants("ContainerPort").Single().Attribute("Include")!.Value);
        Assert.Equal("chatsupport", project.Descendants("ContainerRepository").Single().Value);
        Assert.Contains("/chatsupport:", deployment.Text($"{Container}/image"), StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_selects_pods_selects_these()
    {
        var labels = deployment["spec/template/metadata/labels"].ToString();
        Assert.Equal(labels, deployment["spec/selector/matchLabels"].ToString());
        Assert.Equal(labels, Manifest.Read("kubernetes/service.yaml")["spec/selector"].ToString());
        Assert.Equal(labels, Manifest.Read("kubernetes/disruption.yaml")["spec/selector/matchLabels"].ToString());
        Assert.Equal(deployment.Text($"{Container}/ports/0/name"), Manifest.Read("kubernetes/service.yaml").Text("spec/ports/0/targetPort"));
    }

    [Fact]
    public void There_is_time_to_drain_and_always_somebody_left()
    {
        var patience = deployment.Number($"{Pod}/terminationGracePeriodSeconds");
        var untilNobodyComes = deployment.Number($"{Container}/lifecycle/preStop/sleep/seconds");
        Assert.True(patience >= untilNobodyComes + 10);
        Assert.True(deployment.Number("spec/replicas") > Manifest.Read("kubernetes/disruption.yaml").Number("spec/minAvailable"));
        Assert.Equal(0, deployment.Number("spec/strategy/rollingUpdate/maxUnavailable"));
    }

    [Fact]
    public void It_runs_as_nobody_in_particular_and_writes_only_where_it_must()
    {
        Assert.Equal("true", deployment.Text($"{Pod}/securityContext/runAsNonRoot"));
        Assert.Equal("true", deployment.Text($"{Container}/securityContext/readOnlyRootFilesystem"));
        Assert.Equal("false", deployment.Text($"{Container}/securityContext/allowPrivilegeEscalation"));
        Assert.Equal("ALL", deployment.Text($"{Container}/securityContext/capabilities/drop/0"));
    }
}

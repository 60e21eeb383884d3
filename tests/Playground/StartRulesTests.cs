using ChatSupport.Bot.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Moq;

namespace ChatSupport.Tests.Playground;

public sealed class StartRulesTests
{
    private const string Real = "Directory:Path=demo/directory.yaml";

    [Theory]
    [InlineData(null)]
    [InlineData("Development")]
    [InlineData(null, "urls=http://localhost:5000")]
    [InlineData(null, "urls=http://[::1]:5000;http://127.0.0.2:5001")]
    [InlineData(null, "Demo:Clock=2026-12-24T17:30:00+01:00")]
    [InlineData(null, "Demo:Enabled=true")]
    [InlineData(null, Real, "Demo:Enabled=true")]
    [InlineData("Development", Real, "Demo:Enabled=true")]
    [InlineData("Development", "Slack:BotToken=xoxb", "Slack:SigningSecret=s", "Demo:Enabled=True", "urls=http://127.0.0.1:0")]
    [InlineData("Development", "urls=http://127.0.0.1:0", "http_ports=8080")]
    public void The_demo_starts(string? environment, params string[] settings)
    {
        var (demo, findings) = Read(environment, settings);
        Assert.True(demo);
        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("Production", Real)]
    [InlineData("Development", Real)]
    [InlineData("Development", Real, "Api:Keys:desk=secret")]
    [InlineData(null, Real)]
    [InlineData("Development", Real, "Demo:Enabled=false")]
    [InlineData("Staging", Real, "urls=http://0.0.0.0:80")]
    public void A_desk_of_its_own_starts(string? environment, params string[] settings)
    {
        var (demo, findings) = Read(environment, settings);
        Assert.False(demo);
        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("Configuration.DirectoryMissing", "Production")]
    [InlineData("Configuration.DirectoryMissing", "Staging")]
    [InlineData("Configuration.DirectoryMissing", "Development", "Demo:Enabled=false")]
    [InlineData("Configuration.DirectoryMissing", "Development", "Api:Keys:desk=secret")]
    [InlineData("Configuration.DemoOutsideDevelopment", "Production", Real, "Demo:Enabled=true")]
    [InlineData("Configuration.DemoOutsideDevelopment", "Staging", Real, "Demo:Enabled=true")]
    [InlineData("Configuration.DemoEnabledWrong", "Development", Real, "Demo:Enabled=yes")]
    [InlineData("Configuration.DemoClockWrong", null, "Demo:Clock=tomorrow")]
    [InlineData("Configuration.DemoNotLoopback", null, "urls=http://0.0.0.0:3978")]
    [InlineData("Configuration.DemoNotLoopback", null, "urls=http://127.0.0.1:3978;http://*:80")]
    [InlineData("Configuration.DemoNotLoopback", null, "urls=http://desk.example:3978")]
    [InlineData("Configuration.DemoNotLoopback", null, "urls=http://[::]:3978")]
    [InlineData("Configuration.DemoNotLoopback", null, "http_ports=8080")]
    [InlineData("Configuration.DemoNotLoopback", "Development", Real, "Demo:Enabled=true", "https_ports=8443")]
    [InlineData("Configuration.DemoNotLoopback", null, "Kestrel:Endpoints:Http:Url=http://+:80")]
    [InlineData("Configuration.UrlsWrong", null, "urls=localhost")]
    public void It_refuses_to_start_and_says_what_to_set(string sentence, string? environment, params string[] settings) =>
        Assert.Equal([sentence], Read(environment, settings).Findings);

    private static (bool Demo, IEnumerable<string> Findings) Read(string? environment, string[] settings)
    {
        var values = settings.Select(setting => setting.Split('=', 2)).ToDictionary(pair => pair[0], string? (pair) => pair[1]);
        if (environment is not null)
            values["ASPNETCORE_ENVIRONMENT"] = environment;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        // What the host makes of an environment that nobody has set.
        var host = Mock.Of<IHostEnvironment>(its => its.EnvironmentName == (environment ?? "Production"));
        var findings = new Findings();
        return (BotSettings.Read(configuration, host, findings).Demo is not null, findings.All.Select(finding => finding.Key));
    }
}

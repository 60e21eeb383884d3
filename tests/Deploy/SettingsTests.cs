using System.Collections.Concurrent;
using System.IO;
using ChatSupport.Bot.Api;
using ChatSupport.Bot.Configuration;
using ChatSupport.Tests.House;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Moq;

namespace ChatSupport.Tests.Deploy;

/// <summary>What the manifests set is what the program reads: a setting that nobody reads is a setting misspelt.</summary>
public sealed class SettingsTests
{
    /// <summary>Read by others: the database's and the gateway's containers.</summary>
    private static readonly string[] NotOurs = ["DESK_DOMAIN", "POSTGRES_USER", "POSTGRES_PASSWORD", "POSTGRES_DB"];

    public static TheoryData<string> Sources => ["compose.yaml", "desk.env.example", "kubernetes/deployment.yaml", "kubernetes/secret.example.yaml"];

    [Theory]
    [MemberData(nameof(Sources))]
    public void Every_name_is_a_setting_and_every_value_is_accepted(string source)
    {
        var set = Of(source).Where(pair => !NotOurs.Contains(pair.Key)).ToDictionary(pair => pair.Key.Replace("__", ":", StringComparison.Ordinal), string? (pair) => pair.Value);
        Assert.NotEmpty(set);
        var asked = new AskedFor(set);
        var configuration = new ConfigurationBuilder().Add(asked).Build();
        var findings = new Findings();

        BotSettings.Read(configuration, Mock.Of<IHostEnvironment>(its => its.EnvironmentName == "Production"), findings);
        _ = new ApiKeys(configuration);

        Assert.Empty(findings.All.Select(finding => finding.In(ChatSupport.Desk.Language.Tongue.English)));
        Assert.Subset(asked.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase), set.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase));
    }

    private static IEnumerable<KeyValuePair<string, string>> Of(string source) => source switch
    {
        "compose.yaml" => Read(source, "services/desk-1/environment"),
        "kubernetes/secret.example.yaml" => Read(source, "stringData"),
        "kubernetes/deployment.yaml" =>
            from index in Enumerable.Range(0, 100)
            let path = $"spec/template/spec/containers/0/env/{index}"
            let manifest = Manifest.Read(source)
            where manifest.Find(path) is not null
            select KeyValuePair.Create(manifest.Text($"{path}/name"), manifest.Text($"{path}/value")),
        _ =>
            from line in File.ReadLines(Repository.PathOf("manifests", "deploy", source))
            where line.Length > 0 && line[0] != '#'
            let pair = line.Split('=', 2)
            select KeyValuePair.Create(pair[0], pair[1]),
    };

    private static IEnumerable<KeyValuePair<string, string>> Read(string file, string path)
    {
        var manifest = Manifest.Read(file);
        return manifest.Keys(path).Select(key => KeyValuePair.Create(key, manifest.Text($"{path}/{key}")));
    }

    /// <summary>A configuration that remembers which keys were asked for.</summary>
    private sealed class AskedFor(IDictionary<string, string?> set) : ConfigurationProvider, IConfigurationSource
    {
        private readonly ConcurrentDictionary<string, bool> keys = new(StringComparer.OrdinalIgnoreCase);

        public ICollection<string> Keys => keys.Keys;

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        /// <summary>The directory's file is there in the container, and elsewhere here.</summary>
        public override void Load() => Data = new Dictionary<string, string?>(set, StringComparer.OrdinalIgnoreCase)
        {
            ["Directory:Path"] = Path.Combine(AppContext.BaseDirectory, "demo", "directory.yaml"),
        };

        public override bool TryGet(string key, out string? value)
        {
            keys[key] = true;
            return base.TryGet(key, out value);
        }
    }
}

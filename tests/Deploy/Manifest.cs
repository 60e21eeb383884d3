using System.IO;
using ChatSupport.Tests.House;
using YamlDotNet.RepresentationModel;

namespace ChatSupport.Tests.Deploy;

/// <summary>A file of <c>manifests/deploy</c>, anchors and merges resolved, asked by path: <c>spec/template/spec/containers/0/image</c>; a slash in a key is a tilde.</summary>
internal sealed record Manifest(string Name, YamlNode Root)
{
    public static Manifest Read(string name)
    {
        using var reader = new StreamReader(Repository.PathOf("manifests", "deploy", name));
        var yaml = new YamlStream();
        yaml.Load(reader);
        return new Manifest(name, Assert.Single(yaml.Documents).RootNode);
    }

    public YamlNode this[string path] => Find(path) ?? throw new InvalidOperationException($"{Name} has no {path}");

    public string Text(string path) => ((YamlScalarNode)this[path]).Value!;

    public int Number(string path) => int.Parse(Text(path), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The keys at a path, in their order.</summary>
    public IReadOnlyList<string> Keys(string path) => [.. ((YamlMappingNode)this[path]).Children.Keys.Select(key => ((YamlScalarNode)key).Value!)];

    public YamlNode? Find(string path) => path.Split('/').Select(step => step.Replace('~', '/')).Aggregate((YamlNode?)Root, (node, step) => node switch
    {
        YamlSequenceNode several => several.Children.ElementAtOrDefault(int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)),
        YamlMappingNode map when map.Children.TryGetValue(new YamlScalarNode(step), out var child) => child,
        _ => null,
    });
}

namespace ChatSupport.Desk.People.Reading;

/// <summary>The whole file, section by section.</summary>
internal static class DirectoryReader
{
    /// <summary>Null when there is any finding.</summary>
    public static Directory? Read(string text, string hash, Findings findings)
    {
        var root = YamlTree.Read(text, findings);
        if (root is null or Scalar { IsEmpty: true })
        {
            if (findings.None)
            {
                findings.Add(1, "Empty");
            }

            return null;
        }

        var read = Section.Read(root, "clients: …", findings, section => Whole(section, hash, findings));
        return findings.None ? read : null;
    }

    private static Directory? Whole(Section root, string hash, Findings findings)
    {
        var register = new Register(findings);
        root.Value("timeZone", TimeKinds.Zone);
        var clients = root.RequiredParts("clients", "{ id: borealis, name: Borealis }", client => ClientReader.Read(client, register));
        var desk = root.RequiredPart("desk", "{ engineers: [] }", section => DeskReader.Read(section, register));
        var engineers = desk?.Engineers ?? [];
        var rota = root.Has("onCall") && engineers.Count > 0
            ? root.Part("onCall", "{ duty: [], rotation: [] }", section => RotaReader.Read(section, engineers, findings))
            : null;
        var (ladder, warnings) = root.Part("escalation", "{ critical: [] }", section => EscalationReader.Read(section, findings));

        return !findings.None ? null : new Directory(clients, engineers)
        {
            Places = desk!.Places,
            Rota = rota ?? RotaReader.Default(engineers),
            Ladder = ladder ?? EscalationLadder.Default,
            Warnings = warnings ?? Warning.Default,
            Hash = hash,
        };
    }
}

namespace ChatSupport.Tests.Voice;

/// <summary>One company for every contract, and one without any; each has somebody with a phone, and a code for phones that nobody knows. One engineer.</summary>
internal static class Companies
{
    public const string Premium = "+33639980401";
    public const string Business = "+33639980402";
    public const string Developer = "+33639980403";
    public const string NoOffer = "+33639980404";
    public const string Pin = "2468";

    private const string PinHash = "pbkdf2-sha256$100000$c2l4dGVlbi1ieXRlcy1pcw==$dfH+jJW52WPmET0Q4Vt7BxcXFzCuv7KClt0p+pCppIU=";

    /// <summary>The code of whose number it is.</summary>
    public static string CodeOf(string phone) => phone[^4..];

    /// <summary>The setting by which the program knows them.</summary>
    public static string Setting(string folder)
    {
        var file = System.IO.Path.Combine(folder, "companies.yaml");
        System.IO.File.WriteAllText(file, Yaml);
        return $"--Directory:Path={file}";
    }

    private static string Yaml => $"""
        clients:
        {Client("premium", "PREMIUM", Premium)}
        {Client("business", "BUSINESS", Business)}
        {Client("developer", "DEVELOPPEUR", Developer)}
        {Client("nooffer", null, NoOffer)}
        desk:
          phone: "+33199000000"
          mail: {"{"} address: support@desk.example, name: Support {"}"}
          engineers:
            - id: nadia.benali
              name: {"{"} first: Nadia, last: Benali {"}"}
              role: supervisor
              language: fr
              phones: ["+33639980301"]
        onCall:
          handover: {"{"} day: Monday, time: "09:00" {"}"}
          duty: [nadia.benali]
          rotation: [nadia.benali]
          since: 2026-11-02
        """;

    private static string Client(string id, string? plan, string phone) => $"""
          - id: {id}
            name: Société {id}
            {(plan is null ? "language: fr" : $"plan: {plan}")}
            phone: {"{"} code: "{CodeOf(phone)}", pinHash: "{PinHash}" {"}"}
            contacts:
              - id: anne.{id}
                name: {"{"} first: Anne, last: Roy {"}"}
                email: anne@{id}.example
                phones: ["{phone}"]
        """;
}

using ChatSupport.Desk.People;

namespace ChatSupport.Tests.Driver;

/// <summary>
/// The people of the tests that need no running program: the demo's, and with them a contact who has left (E26) and a company without a
/// support offer (E24).
/// </summary>
internal static class Cast
{
    public const string Yaml = """
        clients:
          - id: borealis
            name: Borealis Énergie
            plan: PREMIUM
            tenants: [7f3a0c1e5b9d4e2f8a6b1c0d9e8f7a6b]
            contacts:
              - { id: claire.morel, name: { first: Claire, last: Morel }, email: claire.morel@borealis.example }
              - { id: yanis.haddad, name: { first: Yanis, last: Haddad }, language: en }
          - id: meridien
            name: Méridien Logistique
            plan: BUSINESS
            tenants: [4d1c9a7be2f04c7f9b3e5a6d8c0f1e2a]
            contacts:
              - { id: paul.renard, name: { first: Paul, last: Renard }, email: paul.renard@meridien.example }
              - { id: lea.martin, name: { first: Léa, last: Martin }, email: lea.martin@meridien.example }
              - { id: marc.ancien, name: { first: Marc, last: Ancien }, active: false }
          - id: studio-kite
            name: Studio Kite
            plan: DEVELOPPEUR
            language: en
            tenants: [a1b2c3d4e5f60718293a4b5c6d7e8f90]
            contacts:
              - { id: ines.costa, name: { first: Inês, last: Costa } }
          - id: nomade
            name: Nomade
            plan: none
            contacts:
              - { id: lou.garin, name: { first: Lou, last: Garin } }
        desk:
          engineers:
            - { id: nadia.benali, name: { first: Nadia, last: Benali }, role: engineer, email: nadia.benali@desk.example }
            - { id: tom.lefevre, name: { first: Tom, last: Lefèvre }, role: engineer, language: en, email: tom.lefevre@desk.example }
            - { id: sylvie.roux, name: { first: Sylvie, last: Roux }, role: supervisor, email: sylvie.roux@desk.example }
        onCall:
          rotation: [nadia.benali, tom.lefevre]
          since: 2026-11-02
        """;

    public static Directory Directory { get; } = Read(Yaml);

    public static Directory Read(string yaml)
    {
        var reading = DirectoryFile.Read(yaml);
        return reading.Directory ?? throw new InvalidOperationException(DirectoryError.Listed(reading.Errors, Desk.Language.Tongue.English));
    }
}

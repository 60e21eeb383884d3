namespace ChatSupport.Bot.Dialogs.Recognise;

/// <summary>Production, pre-production or development; two of them are left to be asked.</summary>
internal static class Environment
{
    private static readonly Phrases Known = new(
        ("", """
            hors production|hors prod|non production|non prod|not production|not in production|not in prod|outside production
            pas en production|pas en prod|pas la production|pas la prod
            """),
        ("production", "production|prod"),
        ("preproduction", "préproduction|préprod|pré-production|pré-prod|preproduction|preprod|pre-production|pre-prod|staging"),
        ("development", """
            développement|dev|development|dev-test|recette|environnement de test|environnements de test|test environment|test environments
            sandbox|bac à sable|qa
            """));

    public static string? In(Utterance said) => Known.KeysIn(said) is [var only] ? only : null;
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatSupport.Bot.Dialogs.Recognise;

/// <summary>How many users feel it: all, some, one, none.</summary>
internal static class UsersAffected
{
    private static readonly Phrases Known = new(
        ("all", """
            all users|all our users|all the users|all of our users|all customers|all our customers|every user|everyone|everybody|nobody can
            no one can|whole company|tous les utilisateurs|tous nos utilisateurs|tous les clients|tous nos clients|toutes les équipes
            toutes nos équipes|tout le monde|personne ne peut|plus personne|toute la société|toute l'entreprise
            """),
        ("some", """
            some users|some of our users|some of the users|some customers|some of our customers|several users|many users|most users
            most of our users|a few users|half of our users|half the users|part of our users|une partie des utilisateurs
            une partie de nos utilisateurs|certains utilisateurs|certains de nos utilisateurs|certains clients|certains de nos clients
            quelques utilisateurs|plusieurs utilisateurs|la moitié des utilisateurs|la moitié de nos utilisateurs
            la plupart des utilisateurs|une partie des clients|une partie de nos clients
            """),
        ("one", """
            one user|a single user|only one user|just one user|a user|one of our users|one customer|a single customer|un utilisateur
            un seul utilisateur|une utilisatrice|une seule utilisatrice|un seul client|une seule personne|un de nos utilisateurs
            """),
        ("none", """
            no user|no users|none of our users|no customer|no customers|nobody is affected|no one is affected|no user impact
            aucun utilisateur|aucun de nos utilisateurs|aucun client|personne n'est touché|personne n'est impacté|pas d'utilisateur touché
            pas d'impact utilisateur|sans impact utilisateur
            """));

    private static readonly Regex Share = Linear.Loosely(
        @"\b(?<percent>\d{1,3})\s?%\s(?:of|des|de)\s(?:our\s|the\s|nos\s|all\s)?(?:users|customers|utilisateurs|clients)\b");

    public static string? In(Utterance said) => Known.KeysIn(said) switch
    {
        [var only] => only,
        [] when Share.Match(said.Text) is { Success: true } share => OfPercent(share.Groups["percent"].ValueSpan),
        _ => null,
    };

    private static string OfPercent(ReadOnlySpan<char> percent) => int.Parse(percent, CultureInfo.InvariantCulture) switch
    {
        0 => "none",
        < 100 => "some",
        _ => "all",
    };
}

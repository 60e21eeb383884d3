using ChatSupport.Desk.Language;

namespace ChatSupport.Bot.Health;

/// <summary>A part of the program that is not always there, and how it does. Its trouble is told and stops nobody.</summary>
internal interface IPartReport
{
    string Name { get; }

    /// <returns>Null where there is no such part.</returns>
    PartView? Look(Tongue tongue);
}

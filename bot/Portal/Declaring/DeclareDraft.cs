using System.Text.Json;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Portal.Declaring;

/// <summary>A half-filled form, kept for its author until it is sent or thrown away. Secrets in it are masked before it is kept.</summary>
internal sealed class DeclareDraft(Store store, DeskClock clock)
{
    public async Task<IReadOnlyDictionary<string, FieldAnswer>?> Load(Person person) =>
        await store.Ask(reader => reader.LoadDialog(NameOf(person))) is { } row
            ? JsonSerializer.Deserialize<Dictionary<string, FieldAnswer>>(row.State)
            : null;

    /// <summary>The last one who writes is right: it is one person in two windows.</summary>
    public Task Keep(Person person, IReadOnlyDictionary<string, FieldAnswer> answers)
    {
        var state = JsonSerializer.Serialize(answers.ToDictionary(answer => answer.Key, answer => Masked(answer.Value), StringComparer.Ordinal));
        return store.Write(async session =>
        {
            var version = (await session.LoadDialog(NameOf(person)))?.Version ?? 0;
            return await session.SaveDialog(NameOf(person), version, state, clock.Now);
        });
    }

    /// <summary>Most forms are sent in one go, and nothing of them was kept.</summary>
    public async Task Drop(Person person)
    {
        if (await store.Ask(reader => reader.LoadDialog(NameOf(person))) is { } row)
            await store.Write(session => session.DeleteDialog(row.Conversation, row.Version));
    }

    private static string NameOf(Person person) => $"web-form:{person.Id}";

    private static FieldAnswer Masked(FieldAnswer answer) => answer is FieldAnswer.One(var text) ? FieldAnswer.Of(Secrets.Mask(text).Text) : answer;
}

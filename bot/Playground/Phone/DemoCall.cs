using System.Collections.Immutable;
using System.Security.Cryptography;

namespace ChatSupport.Bot.Playground.Phone;

/// <summary>What a phone waits for.</summary>
public enum Prompt
{
    /// <summary>Nothing that its holder could do: the desk is asked, or somebody else is.</summary>
    Nothing,
    Ringing,
    Key,

    /// <summary>Several keys, ended by #.</summary>
    Keys,
    Message,
    Talking,
    Over,
}

/// <summary>Something that was heard.</summary>
/// <param name="Language">Of the voice; empty for a sound.</param>
/// <param name="Sound">Where it can be played again; empty for words.</param>
public sealed record HeardLine(string Words, string Language, string Sound);

/// <summary>One leg of a call of the demo, as its phone shows it, and the place where its holder and the carrier meet.</summary>
internal sealed class DemoCall(string from, string to, string direction, Action changed, DemoCall? parent = null)
{
    private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile TaskCompletionSource<Doing> answer = New();
    private volatile TaskCompletionSource<Doing> interruption = New();

    public string Sid { get; } = NewSid("CA");

    /// <summary>E.164; empty when it is withheld.</summary>
    public string From => from;

    public string To => to;

    /// <summary>As the carrier says it: <c>inbound</c>, <c>outbound-api</c> or <c>outbound-dial</c>.</summary>
    public string Direction => direction;

    /// <summary>The call in which this one was dialled.</summary>
    public DemoCall? Parent => parent;

    public string Status { get; private set; } = "queued";

    public Prompt Prompt { get; private set; }

    public ImmutableArray<HeardLine> Heard { get; private set; } = [];

    public Task Over => over.Task;

    public static string NewSid(string kind) => kind + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public void Is(string status, Prompt prompt)
    {
        (Status, Prompt) = (status, prompt);
        if (prompt == Prompt.Over)
            over.TrySetResult();
        changed();
    }

    public void Hears(HeardLine line)
    {
        Heard = Heard.Add(line);
        changed();
    }

    /// <summary>Waits for whoever holds the phone.</summary>
    /// <exception cref="CallInterruptedException">The call ended, or went elsewhere, meanwhile.</exception>
    public async Task<Doing> Asks(Prompt prompt)
    {
        answer = New();
        Is(Status, prompt);
        var done = await Meanwhile(answer.Task);
        Is(Status, Prompt.Nothing);
        return done;
    }

    /// <exception cref="CallInterruptedException">The call ended, or went elsewhere, first.</exception>
    public async Task<T> Meanwhile<T>(Task<T> something)
    {
        if (await Task.WhenAny(something, interruption.Task) == interruption.Task)
        {
            var by = await interruption.Task;
            interruption = New();
            throw new CallInterruptedException(by);
        }
        return await something;
    }

    /// <summary>Nothing comes of what is done to a call that does not wait for it.</summary>
    public void Does(Doing what) => (what is Doing.Ends or Doing.GoesTo ? interruption : answer).TrySetResult(what);

    private static TaskCompletionSource<Doing> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

internal sealed class CallInterruptedException(Doing by) : Exception
{
    public Doing By => by;
}

using System.Collections.Concurrent;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using MimeKit;

namespace ChatSupport.Tests.Carriers;

/// <summary>An SMTP server on loopback: it speaks the protocol over TCP, keeps what it accepted, and misbehaves as it is told to.</summary>
public sealed class SmtpCarrier : IAsyncDisposable
{
    /// <summary>Instead of an answer: the connection ends.</summary>
    public const string HangUp = "";

    /// <summary>The command that the final dot of a mail stands for, and the moment of the greeting.</summary>
    public const string EndOfData = ".";
    public const string Greeting = "greeting";

    public const string User = "desk";
    public const string Password = "correct horse";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly List<Whim> whims = [];
    private readonly ConcurrentQueue<MimeMessage> kept = new();
    private readonly Channel<MimeMessage> arrivals = Channel.CreateUnbounded<MimeMessage>();
    private readonly ConcurrentBag<TcpClient> lines = [];
    private int connections;

    public SmtpCarrier()
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = Accept();
    }

    public int Port { get; }

    public int Connections => Volatile.Read(ref connections);

    /// <summary>Everything accepted so far, repeats included.</summary>
    public IReadOnlyList<MimeMessage> Kept => [.. kept];

    /// <summary>Who sent it last logged in as; null when they did not.</summary>
    public string? LoggedIn { get; private set; }

    public string[] Settings => ["--Mail:Smtp:Host=127.0.0.1", $"--Mail:Smtp:Port={Port}", "--Mail:Smtp:UseTls=false"];

    /// <summary>The next mail accepted that nobody has taken from here yet.</summary>
    public async Task<MimeMessage> Next()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1), TimeProvider.System);
        return await arrivals.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Answers so to the commands that contain this text, so many times.</summary>
    /// <param name="until">When to answer; at once when it is not said.</param>
    public void Answers(string command, string answer, int times = int.MaxValue, Task? until = null)
    {
        lock (whims)
            whims.Add(new Whim(command, answer, until ?? Task.CompletedTask) { Left = times });
    }

    public void Behaves()
    {
        lock (whims)
            whims.Clear();
    }

    /// <summary>Ends all connections, as a server does that was not spoken to for a while.</summary>
    public void HangsUp()
    {
        foreach (var line in lines)
            line.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Dispose();
        HangsUp();
    }

    private async Task Accept()
    {
        while (!closing.IsCancellationRequested)
        {
            var line = await listener.AcceptTcpClientAsync(closing.Token);
            lines.Add(line);
            Interlocked.Increment(ref connections);
            _ = Serve(line);
        }
    }

    private async Task Serve(TcpClient line)
    {
        using var reader = new StreamReader(line.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(line.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        try
        {
            if (!await Answer(writer, Greeting, "220 carrier.example ESMTP"))
                return;
            while (await reader.ReadLineAsync() is { } command)
                if (!await Obey(command, reader, writer))
                    return;
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
        }
        finally
        {
            line.Dispose();
        }
    }

    private async Task<bool> Obey(string command, StreamReader reader, StreamWriter writer)
    {
        var word = command.Split(' ', ':')[0].ToUpperInvariant();
        if (word != "DATA")
            return await Answer(writer, command, word switch
            {
                "EHLO" => "250-carrier.example\r\n250-AUTH PLAIN\r\n250-SMTPUTF8\r\n250 8BITMIME",
                "AUTH" => Login(command) ? "235 2.7.0 Welcome" : "535 5.7.8 Wrong user or password",
                "MAIL" or "RCPT" or "RSET" or "NOOP" => "250 2.0.0 OK",
                "QUIT" => "221 2.0.0 Bye",
                _ => "500 5.5.1 What?",
            }) && word != "QUIT";

        if (!await Answer(writer, command, "354 Go on"))
            return false;
        var mail = await ReadMail(reader);
        // Accepted is what the answer says, or would have said.
        var whim = Take(EndOfData);
        if (whim is null || whim.Answer == HangUp)
            await Keep(mail);
        return await Answer(writer, whim, "250 2.0.0 Kept");
    }

    private Task<bool> Answer(StreamWriter writer, string command, string usual) => Answer(writer, Take(command), usual);

    private static async Task<bool> Answer(StreamWriter writer, Whim? whim, string usual)
    {
        if (whim is not null)
            await whim.Until;
        var answer = whim?.Answer ?? usual;
        if (answer == HangUp)
            return false;
        await writer.WriteLineAsync(answer);
        return !answer.StartsWith("421", StringComparison.Ordinal);
    }

    private bool Login(string command)
    {
        var parts = Encoding.UTF8.GetString(Convert.FromBase64String(command.Split(' ')[2])).Split('\0');
        LoggedIn = parts[1];
        return parts[1] == User && parts[2] == Password;
    }

    private static async Task<byte[]> ReadMail(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync() is { } text && text != EndOfData)
            mail.Append(text.StartsWith('.') ? text[1..] : text).Append("\r\n");
        return Encoding.Latin1.GetBytes(mail.ToString());
    }

    private async Task Keep(byte[] mail)
    {
        using var stream = new MemoryStream(mail);
        var message = await MimeMessage.LoadAsync(stream);
        kept.Enqueue(message);
        arrivals.Writer.TryWrite(message);
    }

    private Whim? Take(string command)
    {
        lock (whims)
        {
            var whim = whims.Find(one => one.Left > 0 && command.Contains(one.Command, StringComparison.OrdinalIgnoreCase)
                && (one.Command == EndOfData) == (command == EndOfData));
            if (whim is not null)
                whim.Left--;
            return whim;
        }
    }

    private sealed record Whim(string Command, string Answer, Task Until)
    {
        public int Left { get; set; }
    }
}

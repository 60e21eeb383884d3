using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChatSupport.Bench.Storm;

/// <summary>A mail server that takes everything, and reads what it takes: to whom it is, and whom it names.</summary>
internal sealed class StormMail : IDisposable
{
    private const string Mailbox = "@storm.example";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private int toPeople, toDesk, strange;

    public StormMail()
    {
        listener.Start();
        _ = Accept();
    }

    public string[] Settings => ["--Mail:Smtp:Host=127.0.0.1", $"--Mail:Smtp:Port={((IPEndPoint)listener.LocalEndpoint).Port}", "--Mail:Smtp:UseTls=false"];

    public int ToPeople => Volatile.Read(ref toPeople);

    public int ToDesk => Volatile.Read(ref toDesk);

    /// <summary>How many to people named another client.</summary>
    public int Strange => Volatile.Read(ref strange);

    public static string Address(int contact) => StormPeople.Contact(contact) + Mailbox;

    public void Dispose() => listener.Dispose();

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Serve(await listener.AcceptTcpClientAsync());
        }
        catch (Exception closed) when (closed is ObjectDisposedException or SocketException)
        {
        }
    }

    private async Task Serve(TcpClient line)
    {
        using var reader = new StreamReader(line.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(line.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        var recipient = "";
        await writer.WriteLineAsync("220 storm");
        while (await reader.ReadLineAsync() is { } command)
        {
            if (command.StartsWith("RCPT TO:", StringComparison.Ordinal))
                recipient = command.Split('<', '>')[1];
            if (command == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                Take(recipient, await Mail(reader));
            }
            await writer.WriteLineAsync("250 fine");
        }
    }

    /// <summary>As it is written, with the lines joined that quoted-printable has broken.</summary>
    private static async Task<string> Mail(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line and not ".")
            mail.Append(line.EndsWith('=') ? line[..^1] : line + '\n');
        return mail.ToString();
    }

    private void Take(string recipient, string mail)
    {
        if (!recipient.EndsWith(Mailbox, StringComparison.Ordinal))
        {
            Interlocked.Increment(ref toDesk);
            return;
        }
        Interlocked.Increment(ref toPeople);
        if (StormPeople.NamesAnother(StormPeople.ContactIn(recipient), mail))
            Interlocked.Increment(ref strange);
    }
}

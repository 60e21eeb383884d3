using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Voice.Calls;
using ChatSupport.Voice.Carrier;
using ChatSupport.Voice.Paging;
using Microsoft.Extensions.Hosting;

namespace ChatSupport.Voice;

/// <summary>
/// Goes once through what a call goes through, before the first one comes: somebody who phones right after a restart waits no longer
/// than anybody else.
/// </summary>
internal sealed class Warmup(Switchboard board, CallScript script, PageScript pages, LiveDirectory directory, Signature signature) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        signature.IsRight(signature.Of("/", []), "/", []);
        await board.Look("");
        var call = new Call { Sid = "", Number = "", ReceivedAtMs = 1, Tongue = Tongue.French, Step = new Step.AskCode() };
        CallFlow.Begin(call, new Circumstances(directory.Current, call.ReceivedAt, null, []));
        foreach (var step in new Step[] { new Step.AskCode(), new Step.AskMessage(), new Step.Review(), new Step.Goodbye(Farewell.Kept) })
            script.Of(new Line(Call.Of((call with { Step = step }).ToRow(null)), null, directory.Current)).ToString();
        pages.AskTest(new PageCall(PageAbout.Test, "", ""), directory.Current.Engineers[0]).ToString();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

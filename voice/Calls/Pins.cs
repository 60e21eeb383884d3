using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Voice.Calls;

/// <summary>Compares PINs outside of any transaction: it takes long on purpose, and nobody else shall wait for it.</summary>
internal sealed class Pins(Store store, LiveDirectory directory)
{
    public async ValueTask<Input> Compare(string sid, int turn, string digits)
    {
        var keys = digits.TrimEnd('#');
        var row = await store.Ask(reader => reader.LoadCall(sid));
        if (row is null || Call.Of(row) is not { Step: Step.AskPin, Code: { } code } call || call.Turn != turn || keys.Length == 0)
            return new Input.Keys(keys);
        var access = directory.Current.ByPhoneCode(code)?.Phone;
        return new Input.Pin(access is not null && await Task.Run(() => access.Verify(keys)));
    }
}

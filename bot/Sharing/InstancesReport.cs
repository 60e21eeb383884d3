using ChatSupport.Bot.Health;
using ChatSupport.Bot.Language;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Sharing;

/// <summary>Whether the instances on one store agree: those that do not on who may speak to the desk answer the same person differently.</summary>
internal sealed class InstancesReport(Store store, LiveDirectory directory, Neighbours neighbours) : IPartReport
{
    public string Name => "instances";

    public PartView? Look(Tongue tongue)
    {
        if (!store.IsShared)
            return null;
        var others = neighbours.Present.Where(row => row.Name != store.Instance && row.DirectoryHash != directory.Current.Hash).Select(row => row.Name).ToList();
        return others is []
            ? new("ok", BotText.Say("Health.InstancesOk", neighbours.Present.Count).In(tongue))
            : new("degraded", BotText.Say("Health.InstancesDisagree", string.Join(", ", others)).In(tongue));
    }
}

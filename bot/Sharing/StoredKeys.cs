using System.Xml.Linq;
using ChatSupport.Desk.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace ChatSupport.Bot.Sharing;

/// <summary>
/// The keys by which pages and tokens are protected, in the store that all instances share and that is backed up. Not in Redis: with
/// them would be forgotten what they protect.
/// </summary>
internal sealed class StoredKeys(Store store) : IXmlRepository
{
    private const string Prefix = "data-protection/";

    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. store.Read(reader => reader.SettingsUnder(Prefix)).GetAwaiter().GetResult().Select(key => XElement.Parse(key))];

    public void StoreElement(XElement element, string friendlyName) => store.Write(async session =>
    {
        await session.Set(Prefix + friendlyName, element.ToString(SaveOptions.DisableFormatting));
        return true;
    }).GetAwaiter().GetResult();
}

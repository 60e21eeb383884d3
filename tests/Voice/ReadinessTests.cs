using ChatSupport.Tests.Delivery;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Voice;

/// <summary>Whoever could not be paged hears of it a day before their shift, and so do those who answer for it.</summary>
public sealed class ReadinessTests
{
    [Theory]
    [InlineData("2026-11-29T10:00:00+01:00", true)]
    [InlineData("2026-11-28T10:00:00+01:00", false)]
    public async Task A_day_before_a_shift_without_a_phone_two_people_are_told(string clock, bool isTold)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("readiness-");
        var file = System.IO.Path.Combine(folder.FullName, "directory.yaml");
        var cast = await TestFile.Read(System.IO.Path.Combine(AppContext.BaseDirectory, "demo", "directory.yaml"));
        await TestFile.Write(file, cast.Replace("      phones: [\"+33639980301\"]\n", "", StringComparison.Ordinal));
        await using var desk = await RunningDesk.At(clock, $"--Directory:Path={file}");

        // By then it has looked, whatever it saw: what is told first leaves first.
        await desk.Declares("paul.renard");
        await Eventually.Holds(async () => (await desk.Sent()).Items.Any(sent => sent.To == "paul.renard@meridien.example" && sent.Ticket == "INC-000001"));
        var told = (await desk.Sent()).Items.Where(sent => sent.Subject?.Contains("lundi 30 novembre 2026 à 09:00", StringComparison.Ordinal) == true).ToList();
        Assert.Equal(isTold ? ["nadia.benali@desk.example", "sylvie.roux@desk.example"] : [], told.Select(sent => sent.To).Order());
        Assert.All(told, sent => Assert.Contains("numéro de téléphone", sent.Text, StringComparison.Ordinal));
        folder.Delete(recursive: true);
    }
}

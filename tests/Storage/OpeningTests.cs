using System.IO;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Storage;

public sealed class OpeningTests
{
    [Fact]
    public async Task A_new_store_makes_its_folder_and_keeps_what_it_is_told()
    {
        await using var desk = await TemporaryStore.Open();
        var reference = await desk.Write(session => session.Declare());

        await desk.Reopen();

        Assert.Equal("INC-000001", reference);
        Assert.Equal("acme", (await desk.Read(reader => reader.LoadTicket(reference)))?.Client);
        Assert.Equal("INC-000002", await desk.Write(session => session.Declare()));
    }

    [Fact]
    [Trait(TestStore.Trait, TestStore.Embedded)]
    public async Task A_connection_string_names_the_file_as_well_as_a_path_does()
    {
        await using var desk = await TemporaryStore.Open();
        await desk.Write(session => session.Declare());
        await desk.Close();

        await using var store = await Store.Open($"Data Source={desk.Path}");

        Assert.NotNull(await store.Read(reader => reader.LoadTicket("INC-000001"), TestContext.Current.CancellationToken));
    }

    [Fact]
    [Trait(TestStore.Trait, TestStore.Embedded)]
    public async Task A_second_program_on_the_same_store_is_refused_until_the_first_one_has_closed_it()
    {
        await using var desk = await TemporaryStore.Open();

        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(() => Store.Open(desk.Path));

        Assert.Equal("Storage.InUse", refusal.Sentence.Key);
        Assert.Contains(desk.Path, refusal.Sentence.In(Tongue.French), StringComparison.Ordinal);
        await desk.Reopen();
        Assert.True((await desk.Store.Check(TestContext.Current.CancellationToken)).Writable);
    }

    [Fact]
    public async Task A_store_that_a_newer_program_wrote_is_refused_untouched()
    {
        await using var desk = await TemporaryStore.Open();
        await desk.Close();
        desk.Run("INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('0999-later.sql', '2030-01-01')");
        var scripts = desk.Ask<long>("SELECT COUNT(*) FROM SchemaVersions");

        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(desk.Reopen);

        Assert.Equal("Storage.Newer", refusal.Sentence.Key);
        Assert.Contains("0999-later.sql", refusal.Sentence.In(Tongue.English), StringComparison.Ordinal);
        Assert.Equal(scripts, desk.Ask<long>("SELECT COUNT(*) FROM SchemaVersions"));
        desk.Run("DELETE FROM SchemaVersions WHERE ScriptName = '0999-later.sql'");
        await desk.Reopen();
    }

    [Fact]
    [Trait(TestStore.Trait, TestStore.Embedded)]
    public async Task A_file_that_is_no_store_is_refused()
    {
        await using var desk = await TemporaryStore.Open();
        await desk.Close();
        await File.WriteAllTextAsync(desk.Path, new string('?', 8192), TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(desk.Reopen);

        Assert.Equal("Storage.Damaged", refusal.Sentence.Key);
    }

    [Fact]
    [Trait(TestStore.Trait, TestStore.Embedded)]
    public async Task A_folder_that_cannot_be_made_is_refused()
    {
        await using var desk = await TemporaryStore.Open();

        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(() => Store.Open(Path.Combine(desk.Path, "inside-a-file", "desk.db")));

        Assert.Equal("Storage.NotWritable", refusal.Sentence.Key);
    }

    [Theory]
    [InlineData("")]
    [InlineData(":memory:")]
    [InlineData("Cache=Shared")]
    [InlineData("Host=localhost;Port=none")]
    public async Task What_names_no_file_is_refused(string connection)
    {
        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(() => Store.Open(connection));

        Assert.Equal("Storage.NotUnderstood", refusal.Sentence.Key);
    }

    [Fact]
    public async Task A_closed_store_says_that_it_is_closed()
    {
        await using var desk = await TemporaryStore.Open();
        var store = desk.Store;
        await desk.Close();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.Write(session => session.Declare(), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.Read(reader => reader.LoadTicket(1), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Closing_finishes_what_was_accepted_and_leaves_one_file()
    {
        await using var desk = await TemporaryStore.Open();
        var accepted = Enumerable.Range(0, 500).Select(_ => desk.Write(session => session.Declare())).ToList();

        await desk.Close();

        Assert.Equal(500, (await Task.WhenAll(accepted)).Distinct(StringComparer.Ordinal).Count());
        Assert.False(File.Exists(desk.Path + "-wal"));
        Assert.Equal(500, desk.Ask<long>("SELECT COUNT(*) FROM tickets"));
    }
}

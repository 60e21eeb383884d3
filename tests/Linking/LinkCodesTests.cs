using ChatSupport.Bot.Linking;
using ChatSupport.Desk;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Delivery;
using ChatSupport.Tests.Driver;
using NodaTime;

namespace ChatSupport.Tests.Linking;

public sealed class LinkCodesTests
{
    private const string Pauls = "paul.renard@meridien.example";
    private static readonly ChatIdentity Newcomer = new(ChatService.Slack, "T0MERIDIEN", "U0PHONE");
    private static readonly ChatIdentity InTeams = new(ChatService.Teams, "00000000-0000-0000-0000-0000000000001", "29:abc");

    [Fact]
    public async Task Who_types_the_code_from_their_mail_is_known_from_then_on()
    {
        await using var stage = await Stage.Set();
        var typist = new Typist(stage);
        Assert.Null(await typist.Finds(Newcomer));
        var code = await typist.Asks(Newcomer, " Paul.Renard@meridien.example ");
        Assert.Equal("Votre code pour Slack", typist.Inbox[^1].Subject);
        Assert.Equal("paul.renard", Assert.IsType<Proof.Linked>(await typist.Types(Newcomer, $" {code![..4]} {code[4..]} ")).Person.Id);
        Assert.Equal("paul.renard", (await typist.Finds(Newcomer))?.Id);
    }

    [Fact]
    public async Task It_is_the_same_in_Teams()
    {
        await using var stage = await Stage.Set();
        var typist = new Typist(stage);
        Assert.IsType<Proof.Linked>(await typist.Types(InTeams, (await typist.Asks(InTeams, Pauls))!));
        Assert.Equal("paul.renard", (await typist.Finds(InTeams))?.Id);
    }

    [Theory]
    [InlineData("nobody@meridien.example")]
    [InlineData("claire.morel@borealis.example")] // She is named, but by another company than the one whose workspace this is.
    [InlineData("nadia.benali@desk.example")]
    [InlineData("")]
    public async Task An_address_of_nobody_there_gets_no_mail_and_nothing_says_so(string address)
    {
        await using var stage = await Stage.Set();
        var typist = new Typist(stage);
        Assert.Null(await typist.Asks(Newcomer, address));
        Assert.Equal(new Proof.Wrong(4), await typist.Types(Newcomer, "12345678"));
    }

    [Fact]
    public async Task Five_wrong_codes_lock_the_account_for_an_hour_and_the_right_one_comes_too_late()
    {
        await using var stage = await Stage.Set();
        var typist = new Typist(stage);
        var code = (await typist.Asks(Newcomer, Pauls))!;
        for (var left = 4; left > 0; left--)
            Assert.Equal(new Proof.Wrong(left), await typist.Types(Newcomer, "00000000x"));
        var locked = new Proof.Locked(stage.Now + Duration.FromHours(1));
        Assert.Equal(locked, await typist.Types(Newcomer, "1"));
        Assert.Equal(locked, await typist.Types(Newcomer, code));
        Assert.Null(await typist.Asks(Newcomer, Pauls));

        stage.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.IsType<Proof.Linked>(await typist.Types(Newcomer, (await typist.Asks(Newcomer, Pauls))!));
    }

    [Fact]
    public async Task Guesses_that_two_instances_take_at_once_are_all_counted()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var desks = await TwoDesks.Start();
        LinkCodes[] codes = [new(desks.Service<ServiceDesk>(0)), new(desks.Service<ServiceDesk>(1))];
        await codes[0].Ask(Newcomer, Pauls, stop);

        var proofs = await Task.WhenAll(Enumerable.Range(0, 40).Select(guess => Task.Run(() => codes[guess % 2].Prove(Newcomer, "0", stop), stop)));

        Assert.Equal([4, 3, 2, 1], proofs.OfType<Proof.Wrong>().Select(wrong => wrong.Left).OrderDescending());
        Assert.Equal(36, proofs.OfType<Proof.Locked>().Count());
    }

    [Fact]
    public async Task A_code_is_good_for_a_quarter_of_an_hour_for_one_use_and_for_the_account_that_asked()
    {
        await using var stage = await Stage.Set();
        var typist = new Typist(stage);
        var code = (await typist.Asks(Newcomer, Pauls))!;
        Assert.IsType<Proof.Wrong>(await typist.Types(Newcomer with { User = "U0OTHER" }, code));
        stage.Time.Advance(TimeSpan.FromMinutes(16));
        Assert.IsType<Proof.Wrong>(await typist.Types(Newcomer, code));
        code = (await typist.Asks(Newcomer, Pauls))!;
        Assert.IsType<Proof.Linked>(await typist.Types(Newcomer, code));
        Assert.IsType<Proof.Wrong>(await typist.Types(Newcomer, code));
    }

    [Fact]
    public async Task Nobody_fills_another_ones_mailbox()
    {
        await using var stage = await Stage.Set();
        var typist = new Typist(stage);
        for (var asked = 0; asked < 4; asked++)
            await typist.Asks(Newcomer, Pauls);
        for (var account = 0; account < 9; account++)
            await typist.Asks(Newcomer with { User = $"U{account}" }, Pauls);
        Assert.Equal(5, typist.Inbox.Count);
    }

    [Fact]
    public async Task The_store_never_holds_a_code()
    {
        await using var stage = await Stage.Set();
        var typist = new Typist(stage);
        var code = (await typist.Asks(Newcomer, Pauls))!;
        var row = await stage.Store.Write(session => session.HoldLinkCode(Newcomer), TestContext.Current.CancellationToken);
        Assert.DoesNotContain(code, row!.ToString());
    }

    [Fact]
    public async Task Whoever_leaves_the_directory_is_a_stranger_again()
    {
        await using var stage = await Stage.Set();
        var typist = new Typist(stage);
        await typist.Types(Newcomer, (await typist.Asks(Newcomer, Pauls))!);
        await stage.Rewrites("id: paul.renard ", "id: paula.renard ");
        Assert.Null(await typist.Finds(Newcomer));
    }
}

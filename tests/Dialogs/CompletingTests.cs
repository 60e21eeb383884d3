using ChatSupport.Bot.Dialogs.Cards;
using ChatSupport.Desk;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Tests.Dialogs;

/// <summary>What began by phone is completed in chat (R15, R16, D9): by form or question by question.</summary>
public sealed class CompletingTests
{
    private const string Night = "2026-12-06T03:25:00+01:00";

    [Theory]
    [InlineData("compléter la déclaration INC-000001")]
    [InlineData("complete the declaration INC-1")]
    public async Task What_the_call_established_is_in_the_form_and_the_rest_is_asked(string says)
    {
        await using var desk = await DialogDesk.At(Night);
        var claire = await Calls(desk);
        (await claire.Says(says)).Hears("Complétons INC-000001");
        await claire.ClicksId("form");
        Assert.Equal(FieldAnswer.Of("+33639980101"), claire.Form.Answers["callbackPhone"]);
        Assert.DoesNotContain("title", claire.Form.Answers.Keys);

        await claire.FillsIn(claire.Form.Id, Stories.FilledIn(("tenantId", "7f3a0c1e5b9d4e2f8a6b1c0d9e8f7a6b"), ("startedAt", "2026-12-06T02:00:00+01:00")));
        claire.Hears("La déclaration de INC-000001 est complète", "<INC-000001>");
        var ticket = Assert.Single(await desk.Tickets());
        Assert.Equal((true, "Toutes les instances de fr1 sont injoignables"), (ticket.IsConfirmedByModel, ticket.Declaration.Title));
        (await claire.Says(says)).Hears("n'a plus besoin de rien");
    }

    [Fact]
    public async Task Question_by_question_it_does_not_look_like_itself()
    {
        await using var desk = await DialogDesk.At(Night);
        var claire = await Calls(desk);
        await claire.Says("compléter la déclaration INC-000001");
        await claire.Says("nos VM de fr1 sont injoignables depuis 2h40, toute la prod");
        claire.DoesNotHear("INC-000001");
    }

    [Fact]
    public async Task Its_card_offers_it_to_contacts_until_it_is_done()
    {
        await using var desk = await DialogDesk.At(Night);
        var claire = await Calls(desk);
        var offered = CardActions.Of(await desk.Ticket("INC-000001"), Actor.Of(desk.Person("claire.morel")), Tongue.French)[0];
        Assert.Equal("Compléter la déclaration", offered.Label);
        Assert.DoesNotContain(CardActions.Of(await desk.Ticket("INC-000001"), Actor.Of(desk.Person("nadia.benali")), Tongue.French), choice => choice.Label == offered.Label);
        (await claire.ClicksId(offered.Id)).Hears("Complétons INC-000001");
    }

    /// <summary>Claire has phoned about a P1, and the desk knows no more of it.</summary>
    private static async Task<Speaker> Calls(DialogDesk desk)
    {
        await desk.Desk.Receive(visit => visit.TakeCall(
            new ClientCall("borealis", "claire.morel", "+33639980101", new Called(visit.Now, "CA1", CallerProof.CallerId)), another: false));
        return desk.Meets("claire.morel");
    }
}

using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Dialogs.Recognise;
using ChatSupport.Bot.Language;
using ChatSupport.Desk.Language;

namespace ChatSupport.Tests.Dialogs.Commands;

public sealed class GrammarTests
{
    private static readonly Audience[] Everybody = [Audience.Contact, Audience.Engineer, Audience.Supervisor];

    [Fact]
    public void Every_phrase_is_understood_as_its_command_by_whoever_has_it()
    {
        foreach (var who in Everybody)
        {
            foreach (var command in Grammar.Commands.Where(command => command.For.HasFlag(who)))
            {
                foreach (var phrase in command.Phrases)
                {
                    foreach (var said in new[] { phrase, phrase.ToUpperInvariant(), $"Bonjour, {phrase} s'il vous plaît !" })
                    {
                        var heard = Assert.IsType<Heard.Command>(Hearing.Of(Utterance.Of(said), who));
                        Assert.True(heard.Request.Verb == command.Verb, $"“{said}” by {who} is {heard.Request.Verb} instead of {command.Verb}");
                    }
                }
            }
        }
    }

    [Fact]
    public void Every_verb_belongs_to_somebody_and_has_its_words_in_both_languages()
    {
        string[] onButtonsOfTheirOwn = [nameof(Verb.Say), nameof(Verb.Join), nameof(Verb.AttachVoicemail)];
        foreach (var verb in Enum.GetValues<Verb>())
        {
            Assert.Contains(Everybody, who => Grammar.Of(verb, who) is not null);
            if (!onButtonsOfTheirOwn.Contains(verb.ToString()))
                Assert.All(Tongues.All, tongue => Assert.NotEmpty(BotText.Say($"Dialogs.Do.{verb}").In(tongue)));
        }
    }

    [Theory]
    [InlineData("tickets", Verb.Tickets, Verb.Queue)]
    [InlineData("mes tickets", Verb.Tickets, Verb.Mine)]
    [InlineData("répondre", Verb.Reply, Verb.Answer)]
    [InlineData("reprendre", Verb.Continue, Verb.Resume)]
    public void The_same_words_mean_another_thing_to_the_desk_s_own_people(string said, object toContact, object toEngineer)
    {
        Assert.Equal(toContact, ((Heard.Command)Hearing.Of(Utterance.Of(said), Audience.Contact)).Request.Verb);
        Assert.Equal(toEngineer, ((Heard.Command)Hearing.Of(Utterance.Of(said), Audience.Engineer)).Request.Verb);
    }

    [Theory]
    [InlineData("ack INC-12", Verb.Acknowledge, "INC-000012", "")]
    [InlineData("prendre en charge le ticket n° 12 : nous regardons", Verb.Acknowledge, "INC-000012", "nous regardons")]
    [InlineData("INC-12 note: disk 4\nis full", Verb.Note, "INC-000012", "disk 4\nis full")]
    [InlineData("answer INC-12 [CHG-77] is done", Verb.Answer, "INC-000012", "[CHG-77] is done")]
    [InlineData("note INC-12 merci", Verb.Note, "INC-000012", "merci")]
    [InlineData("ack INC-12 please", Verb.Acknowledge, "INC-000012", "")]
    [InlineData("note rien à signaler", Verb.Note, null, "rien à signaler")]
    [InlineData("can you show INC-12 please", Verb.Show, "INC-000012", "")]
    public void What_follows_a_command_is_kept_as_it_was_written(string said, object verb, string? reference, string text)
    {
        var request = ((Heard.Command)Hearing.Of(Utterance.Of(said), Audience.Engineer)).Request;
        Assert.Equal((verb, reference, text), ((object)request.Verb, request.Subject, request.Text));
    }

    [Theory]
    [InlineData("delcarer", Verb.Declare)]
    [InlineData("mes tikets", Verb.Tickets)]
    [InlineData("tous les tickts", Verb.AllTickets)]
    [InlineData("chronlogie INC-12", Verb.Timeline)]
    [InlineData("fomulaire", Verb.Form)]
    [InlineData("anuler", Verb.Cancel)]
    public void A_slip_of_the_pen_is_recognised_but_not_obeyed(string said, object verb)
    {
        Assert.IsType<Heard.Nothing>(Hearing.Of(Utterance.Of(said), Audience.Contact));
        var near = Hearing.NearMisses(Utterance.Of(said), Audience.Contact);
        Assert.Equal(verb, near[0].Verb);
        Assert.InRange(near.Count, 1, 3);
        if (said.Contains("INC-12", StringComparison.Ordinal))
            Assert.Equal("INC-000012", near[0].Subject);
    }

    [Theory]
    [InlineData("tickets cannot be created on the console since this morning")]
    [InlineData("la file d'attente de nos tâches est bloquée")]
    [InlineData("help our VMs are down")]
    [InlineData("le menu de la console a disparu")]
    [InlineData("quand notre volume sera-t-il de nouveau là ?")]
    [InlineData("😀")]
    [InlineData("")]
    public void A_sentence_that_begins_like_a_command_is_none(string said)
    {
        Assert.IsType<Heard.Nothing>(Hearing.Of(Utterance.Of(said), Audience.Contact));
        Assert.Empty(Hearing.NearMisses(Utterance.Of(said), Audience.Contact));
    }

    [Theory]
    [InlineData("Bonjour")]
    [InlineData("hello, thanks!")]
    [InlineData("Merci beaucoup.")]
    public void Nothing_but_courtesy_is_a_greeting(string said) => Assert.IsType<Heard.Greeting>(Hearing.Of(Utterance.Of(said), Audience.Contact));
}

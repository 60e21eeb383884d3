using ChatSupport.Bot.Dialogs.Recognise;

namespace ChatSupport.Tests.Dialogs.Recognise;

public sealed class SubjectTests
{
    [Theory]
    [InlineData("Our VMs in fr1 are down. We rebooted them.", "Our VMs in fr1 are down")]
    [InlineData("Bonjour,\n[ABC-123] Nos VM sont injoignables !\nDepuis 9h40.", "Nos VM sont injoignables !")]
    [InlineData("Bonjour à tous, la console ne répond plus", "la console ne répond plus")]
    [InlineData("Hello team! Volumes of api.example.com are slow since 9.40", "Volumes of api.example.com are slow since 9.40")]
    [InlineData("Help! All instances of fr2 are gone", "Help!")]
    [InlineData("KO. Tout le réseau est coupé", "Tout le réseau est coupé")]
    [InlineData("Ça ne marche plus… que faire ?", "Ça ne marche plus…")]
    [InlineData("Bonjour", null)]
    [InlineData("", null)]
    public void The_first_sentence_names_the_incident(string said, string? expected) => Assert.Equal(expected, Subject.In(Utterance.Of(said)));

    [Fact]
    public void A_very_long_one_is_cut_between_two_words()
    {
        var title = Subject.In(Utterance.Of(string.Join(' ', Enumerable.Repeat("instance", 60))))!;
        Assert.EndsWith("instance…", title, StringComparison.Ordinal);
        Assert.InRange(title.Length, 150, 200);
    }
}

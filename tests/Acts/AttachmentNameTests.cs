using ChatSupport.Desk.Acts;
using CsCheck;

namespace ChatSupport.Tests.Acts;

public sealed class AttachmentNameTests
{
    [Theory]
    [InlineData("error.log", "error.log")]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData(@"C:\Users\claire\trace.LOG", "trace.LOG")]
    [InlineData("..", "file")]
    [InlineData(".txt", "file.txt")]
    [InlineData("a\r\nSet-Cookie: x.txt", "aSet-Cookie x.txt")]
    [InlineData("facture\u202Efdp.png", "facturefdp.png")]
    [InlineData("\"quoted\".pdf", "quoted.pdf")]
    [InlineData("ré sumé 日本.pdf", "ré sumé 日本.pdf")]
    public void A_name_is_kept_without_what_could_mislead(string sent, string kept) => Assert.Equal(kept, Attachments.NameOf(sent));

    [Fact]
    public void A_long_name_is_shortened_and_keeps_its_extension() =>
        Assert.Equal(new string('a', 100) + ".pdf", Attachments.NameOf(new string('a', 5000) + ".pdf"));

    [Fact]
    public void No_name_leads_out_of_a_folder_or_breaks_a_header() => Gen.String.Sample(sent =>
    {
        var name = Attachments.NameOf(sent);
        return name.Length > 0 && !name.StartsWith('.') && name.IndexOfAny(['/', '\\', '\r', '\n', '\0', '"', ':']) < 0;
    });

    [Fact]
    public void A_name_that_is_cleaned_stays_as_it_is() => Gen.String.Sample(sent => Attachments.NameOf(Attachments.NameOf(sent)) == Attachments.NameOf(sent));
}

using ChatSupport.Desk.Declarations;

namespace ChatSupport.Tests.Declarations;

public sealed class TextTests
{
    [Theory]
    [InlineData("Tout brûle 🔥🧯 depuis ce matin 👩‍🚒")]
    [InlineData("التخزين لا يستجيب منذ الصباح ‏fr1‏")]
    [InlineData("<script>alert('x')</script> & <b>gras</b>")]
    [InlineData("'; DROP TABLE tickets; -- Robert")]
    [InlineData("Erreur {0} {1:x} %s ${jndi:ldap}")]
    [InlineData("{\"code\": 500, \"request-id\": \"req-42\"}")]
    [InlineData("=HYPERLINK(\"x\") *gras* _italique_ <@U123>")]
    public void Whatever_a_client_writes_is_kept_verbatim(string text)
    {
        var declaration = Given.Complete.With("description", text).With("title", text).Read().Declaration!;

        Assert.Equal(text, declaration.Description);
        Assert.Equal(text, declaration.Title);
    }

    [Fact]
    public void What_cannot_be_stored_is_refused_in_every_field()
    {
        // Not theory data: an attribute cannot hold half a surrogate pair.
        string[] unstorable = ["\uD83D", "\uDD25", "\uDD25\uD83D", "\0", "\a", "\u001B[31m", "\u007F", "\u0085", "\uFFFE", "\uFFFF"];
        foreach (var text in unstorable)
        {
            foreach (var field in IncidentForm.Form.Fields)
                Assert.Equal("Answers.Unstorable", Given.Complete.With(field.Key, $"avant {text} après").Read().Errors[field.Key].Key);
        }
    }

    [Fact]
    public void Accents_are_composed()
    {
        var declaration = Given.Complete.With("title", "Re\u0301gion injoignable").Read().Declaration!;

        Assert.Equal("R\u00E9gion injoignable", declaration.Title);
    }

    [Fact]
    public void One_answer_is_expected_where_one_is_asked()
    {
        Assert.Equal("Answers.OnlyOne", Given.Complete.With("title", FieldAnswer.Of(["VM en panne", "autre"])).Read().Errors["title"].Key);
        Assert.Equal("VM en panne", Given.Complete.With("title", FieldAnswer.Of(["VM en panne"])).Read().Declaration!.Title);
    }

    [Fact]
    public void A_number_or_an_object_is_an_error_on_its_field()
    {
        foreach (var field in IncidentForm.Form.Fields)
            Assert.Equal("Answers.WrongKind", Given.Complete.With(field.Key, new FieldAnswer.WrongKind()).Read().Errors[field.Key].Key);
    }

    [Fact]
    public void A_secret_is_masked_before_anything_is_kept_and_the_contact_is_told()
    {
        var reading = Given.Complete.With("evidence", "openstack --os-password=Tr0ub4dor server list").Read();

        Assert.Equal("openstack --os-password=•••••••• server list", reading.Declaration!.Text("evidence"));
        Assert.Equal("Answers.SecretMasked", reading.Warnings["evidence"].Key);
    }
}

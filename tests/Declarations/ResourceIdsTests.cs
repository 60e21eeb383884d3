using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;

namespace ChatSupport.Tests.Declarations;

public sealed class ResourceIdsTests
{
    private const string Other = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

    [Theory]
    [InlineData(Given.Resource + "," + Other)]
    [InlineData(Given.Resource + " ; " + Other)]
    [InlineData(Given.Resource + "\r\n" + Other + "\n")]
    [InlineData(" " + Given.Resource + "\t" + Other + " " + Given.Resource)]
    [InlineData("0F8FAD5BD9CB469FA16570867728950E, {7C9E6679-7425-40DE-944B-E07FC1F90AE7}")]
    public void One_text_lists_several_resources(string text)
    {
        var reading = Given.Complete.With("resourceIds", text).Read();

        Assert.Equal([Given.Resource, Other], reading.Declaration!.ResourceIds);
    }

    [Fact]
    public void An_array_lists_several_resources_each_once()
    {
        var reading = Given.Complete.With("resourceIds", FieldAnswer.Of([Given.Resource, Other, Given.Resource])).Read();

        Assert.Equal([Given.Resource, Other], reading.Declaration!.ResourceIds);
    }

    [Fact]
    public void The_one_that_is_not_a_uuid_is_quoted()
    {
        var error = Given.Complete.With("resourceIds", FieldAnswer.Of([Given.Resource, "vm-web-01"])).Read().Errors["resourceIds"];

        Assert.Contains("vm-web-01", error.In(Tongue.French), StringComparison.Ordinal);
        Assert.DoesNotContain(Given.Resource, error.In(Tongue.French), StringComparison.Ordinal);
    }

    [Fact]
    public void Fifty_are_taken_and_fifty_one_are_too_many()
    {
        var ids = Enumerable.Range(1, 51).Select(n => new Guid(n, 0, 0, new byte[8]).ToString()).ToArray();

        Assert.Equal(50, Given.Complete.With("resourceIds", FieldAnswer.Of(ids[..50])).Read().Declaration!.ResourceIds.Length);
        Assert.Equal("Answers.TooMany", Given.Complete.With("resourceIds", FieldAnswer.Of(ids)).Read().Errors["resourceIds"].Key);
    }

    [Fact]
    public void Nothing_but_separators_is_no_answer()
    {
        var reading = Given.Complete.With("resourceIds", " , ; ").With("service", "api").Read();

        Assert.Empty(reading.Errors);
        Assert.Empty(reading.Declaration!.ResourceIds);
    }
}

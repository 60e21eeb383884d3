namespace ChatSupport.Tests;

public sealed class HouseTests
{
    [Fact]
    public void One_is_one() => Assert.Equal(1, int.Parse("1", System.Globalization.CultureInfo.InvariantCulture));
}

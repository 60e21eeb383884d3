namespace ChatSupport.Tests.House;

/// <summary>The reader of literals that the house relies on.</summary>
public sealed class LiteralsTests
{
    private const string Hole = "\u0001";

    [Theory]
    [InlineData("var a = \"one\"; // \"not\"", "one")]
    [InlineData("/* \"not\" */ F(\"one\", 'c', '\"', '\\'', \"two\")", "one", "two")]
    [InlineData("\"a \\\"quoted\\\" word\"", "a \"quoted\" word")]
    [InlineData("@\"C:\\dir \"\"x\"\"\"", "C:\\dir \"x\"")]
    [InlineData("$\"{a} and {F(\"in\")} {{b}}\"", "in", Hole + " and " + Hole + " {b}")]
    [InlineData("$\"{(x ? \"yes\" : $\"no {y}\")}\"", "yes", "no " + Hole, Hole)]
    [InlineData("\"\"\"raw \"quoted\" {text}\"\"\"", "raw \"quoted\" {text}")]
    [InlineData("$$\"\"\"raw {text} {{hole}}\"\"\"", "raw {text} " + Hole)]
    [InlineData("var @class = \"x\";", "x")]
    public void Every_literal_is_found_and_nothing_else(string code, params string[] literals) =>
        Assert.Equal(literals.Order(StringComparer.Ordinal), Literals.In("file.cs", code).Select(literal => literal.Text).Order(StringComparer.Ordinal));

    [Fact]
    public void A_literal_knows_its_line() => Assert.Equal(3, Assert.Single(Literals.In("file.cs", "// one\n\nvar a = \"here\";\n")).Line);
}

using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using CsCheck;

namespace ChatSupport.Tests.People;

public sealed class GarbledDirectoryTests
{
    private static readonly string[] Lines = Example.Text.Split('\n');

    private static readonly Gen<int> Line = Gen.Int[0, Lines.Length - 1];

    private static readonly Gen<Action<List<string>>> Mutation = Gen.OneOf<Action<List<string>>>(
        Line.Select(at => (Action<List<string>>)(lines => lines.RemoveAt(at % lines.Count))),
        Gen.Select(Line, Line, (from, to) => (Action<List<string>>)(lines => lines.Insert(to % lines.Count, lines[from % lines.Count]))),
        Gen.Select(Line, Gen.Int[0, 80], Gen.Char["{}[]:,-&*!|>'\"%@`#? \t\n\u0000é"], (at, column, letter) => (Action<List<string>>)(lines =>
            lines[at % lines.Count] = lines[at % lines.Count].Insert(column % (lines[at % lines.Count].Length + 1), letter.ToString()))),
        Gen.Select(Line, Gen.String, (at, noise) => (Action<List<string>>)(lines => lines[at % lines.Count] = noise)),
        Gen.Select(Line, Gen.Int[0, 80], (at, column) => (Action<List<string>>)(lines =>
            lines[at % lines.Count] = lines[at % lines.Count][..(column % (lines[at % lines.Count].Length + 1))])));

    [Fact]
    public void However_a_file_is_garbled_it_is_a_directory_or_it_is_explained() =>
        Mutation.Array[1, 4].Sample(
            mutations =>
            {
                var lines = Lines.ToList();
                Array.ForEach(mutations, mutate => mutate(lines));
                var reading = DirectoryFile.Read(string.Join('\n', lines));

                Assert.Equal(reading.Directory is null, reading.Errors.Count > 0);
                Assert.All(reading.Errors, error =>
                {
                    Assert.True(error.Line >= 1);
                    Assert.NotEqual(error.Said.In(Tongue.English), error.Said.In(Tongue.French));
                });
            },
            iter: 3_000);
}

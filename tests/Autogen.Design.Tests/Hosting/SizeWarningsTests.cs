using Autogen.Host.Commands;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Tests.Hosting;

/// <summary>The advice on a file that is too large for the C# compiler is one that the compiler and the runtime accept.</summary>
[Case("R13")]
public class SizeWarningsTests
{
    [Fact]
    public void Small_file_needs_no_setting() => Assert.Null(SizeWarnings.OfCompiler(8_000_000, [8_000_000]));

    [Theory]
    [InlineData(10_000, 10_000, 0, 0, "experimental-data-section-string-literals</Features>")]
    [InlineData(50_000, 2_000, 20_000, 200, "experimental-data-section-string-literals=201</Features>")]
    [InlineData(100_000, 1_000, 0, 0, "No setting of the compiler helps")]
    [InlineData(1_000_000, 50, 0, 0, "No setting of the compiler helps")]
    public void Setting_depends_on_the_number_and_the_length_of_the_texts(
        int count, int length, int others, int otherLength, string expected)
    {
        var lengths = Enumerable.Repeat(length, count).Concat(Enumerable.Repeat(otherLength, others));
        Assert.Contains(expected, SizeWarnings.OfCompiler(100_000_000, lengths), StringComparison.Ordinal);
    }

    // A downgrade inserts the rows that its upgrade deletes; equal texts are one literal.
    [Fact]
    public void Texts_of_all_operations_count_once()
        => Assert.Equal(
            [2, 3, 8],
            SizeWarnings.LiteralsOf(
            [
                new InsertDataOperation { Values = new object?[,] { { 1, "ab" }, { 2, null }, { 3, "ab" } } },
                new UpdateDataOperation { Values = new object?[,] { { "abc" } } },
                new DeleteDataOperation { KeyValues = new object?[,] { { 1 } } },
                new SqlOperation { Sql = "SELECT 1" },
            ]));
}

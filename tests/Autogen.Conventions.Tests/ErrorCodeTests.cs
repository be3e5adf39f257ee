using Autogen.Schema;

namespace Autogen.Conventions.Tests;

public class ErrorCodeTests
{
    public static TheoryData<ErrorCode> Codes => [.. Enum.GetValues<ErrorCode>()];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_error_has_its_paragraph(ErrorCode code)
        => Assert.Contains($"\n## {code.Written()} {code}\n", Repository.Read("docs/errors.md"), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_error_is_thrown_somewhere(ErrorCode code)
        => Assert.Contains(
            Repository.Files("src", "*.cs").Where(file => !file.EndsWith("/ErrorCode.cs", StringComparison.Ordinal)
                && !file.EndsWith("/ErrorCodes.cs", StringComparison.Ordinal)),
            file => Repository.Read(file).Contains($"ErrorCode.{code}", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_error_is_provoked_by_a_test(ErrorCode code)
        => Assert.Contains(
            Repository.Files("tests", "*.*").Where(
                file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".story", StringComparison.Ordinal)),
            file => Repository.Read(file) is var text
                && (text.Contains($"ErrorCode.{code}", StringComparison.Ordinal)
                    || text.Contains(code.Written(), StringComparison.Ordinal)));

    [Fact]
    public void No_code_is_used_twice()
        => Assert.Equal(Enum.GetValues<ErrorCode>().Length, Enum.GetValues<ErrorCode>().Distinct().Count());
}

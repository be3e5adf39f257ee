using System.Globalization;

namespace Autogen.Schema;

/// <summary>Properties that every <see cref="ErrorCode"/> has.</summary>
public static class ErrorCodes
{
    /// <summary>The code as it is written everywhere: <c>AG0018</c>.</summary>
    public static string Written(this ErrorCode code) => "AG" + ((int)code).ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>The exit code of a command that ends with it.</summary>
    public static int ExitCode(this ErrorCode code) => code switch
    {
        ErrorCode.CommandLine => 2,
        ErrorCode.Interrupted => 130,
        _ => 1,
    };
}

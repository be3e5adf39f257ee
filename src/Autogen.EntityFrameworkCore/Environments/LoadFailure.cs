using Autogen.Schema;

namespace Autogen.Environments;

/// <summary>
/// Explains assemblies of the application that can't be loaded, or that were compiled against other versions of each other: a build that
/// was interrupted, copied from elsewhere or is out of date, or packages of versions that do not fit.
/// </summary>
internal static class LoadFailure
{
    /// <summary>The error for the user; <see langword="null"/> for another kind of exception.</summary>
    public static AutogenException? Of(Exception exception)
    {
        // A library that is missing shows itself where the first class that needs it begins.
        while (exception is TypeInitializationException { InnerException: { } inner })
            exception = inner;
        var isOfAssembly = exception switch
        {
            BadImageFormatException or FileLoadException => true,

            // A file that is read as data has a path; an assembly has a name with a version.
            FileNotFoundException missing => missing.FileName?.Contains(", Version=", StringComparison.Ordinal) == true,
            TypeLoadException or MissingMemberException => true,
            _ => false,
        };
        return isOfAssembly
            ? new AutogenException(
                ErrorCode.EngineFailed,
                $"The application's assemblies can't be used together: {Sentence.Ended(exception.Message)} "
                + "Build the project again (without --no-build). If that does not help, compare the versions of its packages: "
                + "dotnet list package --include-transitive.",
                exception)
            : null;
    }
}

using System.Reflection;
using Autogen.Commands;
using Autogen.Environments;
using Autogen.Schema;

namespace Autogen.Design.Tests.Hosting;

/// <summary>
/// A build that is damaged or out of date, or packages that do not fit, are the project's to correct: no defect of the tool.
/// </summary>
[Case("R8")]
public class LoadFailureTests
{
    public static TheoryData<Exception> OfAssemblies => new()
    {
        new BadImageFormatException("Bad IL format."),
        new FileLoadException("The located assembly's manifest definition does not match"),
        new FileNotFoundException("Could not load file or assembly", "Shop.Core, Version=1.0.0.0, Culture=neutral"),
        new TypeLoadException("Could not load type 'X'"),
        new MissingMethodException("Method not found: 'Void X.Y()'"),
        new MissingFieldException("Field not found"),
        new TypeInitializationException("Microsoft.Data.Sqlite.SqliteConnection", new DllNotFoundException("Unable to load e_sqlite3")),
        new TargetInvocationException(new BadImageFormatException("Bad IL format.")),
    };

    [Fact]
    [Case("W5")]
    public void What_the_application_threw_before_its_host_was_built_is_the_cause_of_missing_services()
    {
        var missing = Assert.Throws<InvalidOperationException>(
            () => Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<Needy>(new NoServices()));
        Assert.StartsWith("System.String could not be created: No 'Shop'. An", Message(missing, "No 'Shop'"), StringComparison.Ordinal);
        Assert.StartsWith("System.String could not be created: Unable to resolve", Message(missing, null), StringComparison.Ordinal);
        Assert.StartsWith(
            "System.String could not be created: Own. An",
            Message(new InvalidOperationException("Own"), "No 'Shop'"),
            StringComparison.Ordinal);

        static string Message(Exception exception, string? hostFailure)
            => ContextFailure.Of(typeof(string), typeof(string).Assembly, exception, hostFailure, "").Message;
    }

    private sealed class Needy(Uri uri)
    {
        public Uri Uri { get; } = uri;
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }

    [Theory]
    [MemberData(nameof(OfAssemblies))]
    public void Assembly_that_can_not_be_used_is_told_with_what_to_do(Exception exception)
    {
        var failed = EngineFailure.Of(exception, null, null, interrupted: false);
        Assert.Equal("AG0007", failed.Code);
        Assert.Contains("Build the project again", failed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(OfAssemblies))]
    public void Context_or_model_that_needs_it_is_not_to_blame(Exception exception)
    {
        var thrown = new InvalidOperationException("An error occurred while accessing the host services.", exception);
        Assert.Equal(ErrorCode.EngineFailed, ContextFailure.Of(typeof(string), typeof(string).Assembly, thrown, null, "").Code);
        Assert.Equal(ErrorCode.EngineFailed, ContextFailure.OfModel(typeof(string), thrown).Code);
    }

    [Fact]
    public void File_that_the_application_reads_is_not_an_assembly()
        => Assert.Null(LoadFailure.Of(new FileNotFoundException("Could not find file", "/srv/shop/settings.json")));
}

using System.Diagnostics;
using System.Reflection;
using Autogen.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Autogen.Environments;

/// <summary>Explains why an application's context can't be used: it was not created, or its model can't be built.</summary>
internal static class ContextFailure
{
    /// <summary>The error for the user.</summary>
    /// <param name="context">The context's class.</param>
    /// <param name="startup">The assembly whose entry point was tried.</param>
    /// <param name="exception">What the application's code, or EF Core on its behalf, threw.</param>
    /// <param name="hostFailure">
    /// What the application threw before its host was built, if it got no further than that; <see langword="null"/> if unknown.
    /// </param>
    /// <param name="advice">What to do if the context could not be created.</param>
    public static AutogenException Of(Type context, Assembly startup, Exception exception, string? hostFailure, string advice)
        => LoadFailure.Of(exception.GetBaseException()) is { } unloadable ? unloadable
            : IsOfModel(exception) ? OfModel(context, exception)
            : new AutogenException(
                ErrorCode.ContextNotCreated,
                $"{context.FullName} could not be created: "
                + $"{Sentence.Ended(IsOfConstructor(exception) ? hostFailure ?? Cause(exception) : Cause(exception))} "
                + $"An IDesignTimeDbContextFactory<{context.Name}>, "
                + $"the host of {startup.GetName().Name} and a constructor were tried, in this order. "
                + advice,
                exception);

    /// <summary>The error for a model that EF Core can't build.</summary>
    /// <param name="context">The context's class.</param>
    /// <param name="exception">What <c>OnModelCreating</c> or EF Core threw.</param>
    public static AutogenException OfModel(Type context, Exception exception)
        => LoadFailure.Of(exception.GetBaseException()) ?? new AutogenException(
            ErrorCode.ModelInvalid,
            $"The model of {context.FullName} can't be built: {Sentence.Ended(Cause(exception))} "
            + "Correct the entity types or OnModelCreating; --verbose shows where it was thrown.",
            exception);

    // EF Core builds the model while it creates the context's services, long after the constructor.
    private static bool IsOfModel(Exception exception)
        => new StackTrace(exception.GetBaseException()).GetFrames()
            .Any(frame => typeof(IModelSource).IsAssignableFrom(frame.GetMethod()?.DeclaringType));

    // Without the application's services a constructor's parameters can't be had: a consequence, not the cause.
    private static bool IsOfConstructor(Exception exception)
        => exception.GetBaseException().Source is "Microsoft.Extensions.DependencyInjection.Abstractions";

    // Its message alone does not tell that no constructor has run yet.
    private static string Cause(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            if (current is TypeInitializationException { InnerException: { } inner } failed)
                return $"the static initializer of {failed.TypeName} threw {inner.GetType().Name}: {inner.GetBaseException().Message}";
        }

        return exception.GetBaseException() is NullReferenceException cause && IsOfTools(cause)
            ? "its factory, or a service of the application, returned null"
            : exception.GetBaseException().Message;
    }

    // EF Core fails over it in a call of its own or in one of the runtime's methods (object.GetType).
    private static bool IsOfTools(Exception exception)
        => new StackTrace(exception).GetFrames()
            .Select(frame => frame.GetMethod()?.DeclaringType)
            .FirstOrDefault(type => type is not null && type.Assembly != typeof(object).Assembly)
            ?.Namespace?.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) == true;
}

using Microsoft.EntityFrameworkCore;

namespace Autogen;

/// <summary>The command that asks an <see cref="IAutogenEnvironment"/>.</summary>
/// <param name="Command">Its name: <c>revision</c>, <c>check</c>, <c>diff</c> …</param>
/// <param name="X">The <c>-x key=value</c> pairs of the command line.</param>
/// <param name="Context">
/// The context whose model is compared: <c>Context.Database.ProviderName</c> tells databases apart. It is the tool's; do not dispose it.
/// </param>
public sealed record EnvironmentRun(string Command, IReadOnlyDictionary<string, string> X, DbContext Context);

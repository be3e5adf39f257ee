using Microsoft.EntityFrameworkCore;

namespace Autogen.Design.Models;

/// <summary>
/// What <c>dotnet ef</c> promises to an application whose code it runs: <c>EF.IsDesignTime</c>, and the Development
/// environment where none is set.
/// </summary>
internal static class DesignTimeEnvironment
{
    private static readonly string[] variables = ["ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT"];

    /// <summary>Sets the variables.</summary>
    public static void Prepare()
    {
        EF.IsDesignTime = true;
        var name = variables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value))
            ?? "Development";
        foreach (var variable in variables)
            Environment.SetEnvironmentVariable(variable, name);
    }
}

namespace Autogen.Upgrading.Records;

/// <summary>
/// Who applies revisions, for the log: whom <c>AUTOGEN_ACTOR</c> names, or whoever started the run of a build server, or the operating
/// system's user; and the machine. In a container the user is <c>root</c>, which says nothing.
/// </summary>
internal static class Actor
{
    /// <summary>The variables of build servers that name a person, by their documentation.</summary>
    private static readonly string[] variables =
    [
        "AUTOGEN_ACTOR",
        "GITHUB_ACTOR", // GitHub Actions, Gitea, Forgejo
        "GITLAB_USER_LOGIN",
        "BUILD_REQUESTEDFOR", // Azure Pipelines
        "BUILDKITE_BUILD_CREATOR",
        "CIRCLE_USERNAME",
        "BUILD_USER_ID", // Jenkins, build user vars plugin
        "CI_PIPELINE_AUTHOR", // Woodpecker
    ];

    /// <summary><c>alice on build-7</c>, in one line.</summary>
    public static string Describe() => Describe(Environment.GetEnvironmentVariable, Environment.UserName, Environment.MachineName);

    /// <inheritdoc cref="Describe()"/>
    internal static string Describe(Func<string, string?> variable, string user, string machine)
    {
        var person = variables.Select(variable).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value)) ?? user;
        return Schema.VisibleText.OneLine($"{person.Trim()} on {machine}");
    }
}

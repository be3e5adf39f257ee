using Autogen.Scenarios.Running;

namespace Autogen.Scenarios.Adopted;

/// <summary>The one list of databases that something else made.</summary>
public static class AllAdopted
{
    private static readonly AdoptedCase[] all =
        [
            .. ConstraintCases.All, .. ColumnCases.All, .. SqliteCases.All, .. ForeignObjectCases.All, .. OtherToolCases.All,
            .. TakingOverCases.All
        ];

    /// <summary>The cases that a database has the objects for.</summary>
    public static IEnumerable<AdoptedCase> For(ScenarioDatabases databases) => all.Where(adopted => adopted.Databases.HasFlag(databases));

    /// <summary>The case of that name.</summary>
    public static AdoptedCase Named(string name) => all.Single(adopted => adopted.Name == name);
}

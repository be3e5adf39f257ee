using Autogen.Scenarios.Running;

namespace Autogen.Scenarios.Cases;

/// <summary>The one list of scenarios.</summary>
public static class AllScenarios
{
    private static readonly IReadOnlyList<Scenario> all =
    [
        .. TableScenarios.All, .. ColumnScenarios.All, .. ConstraintScenarios.All, .. SeedScenarios.All, .. RenameScenarios.All, .. PostgreSqlScenarios.All, .. AlembicScenarios.All,
        .. TypeScenarios.All, .. DefaultScenarios.All, .. KeyScenarios.All, .. ForeignKeyScenarios.All, .. IndexScenarios.All, .. EnumScenarios.All, .. IdentityScenarios.All,
        .. ComputedScenarios.All, .. InheritanceScenarios.All, .. JsonScenarios.All, .. SchemaScenarios.All, .. StorageScenarios.All, .. ViewScenarios.All,
    ];

    /// <summary>The scenarios that a database has the objects for.</summary>
    public static IEnumerable<Scenario> For(ScenarioDatabases databases)
        => all.Where(scenario => scenario.Databases.HasFlag(databases));

    /// <summary>The scenario of that name.</summary>
    public static Scenario Named(string name) => For(ScenarioDatabases.PostgreSql).Concat(For(ScenarioDatabases.Sqlite)).First(scenario => scenario.Name == name);
}

using Autogen.Scenarios.Running;

namespace Autogen.Scenarios.Cases;

/// <summary>The one list of scenarios.</summary>
public static class AllScenarios
{
    /// <summary>The scenarios that a database has the objects for.</summary>
    public static IEnumerable<Scenario> For(ScenarioDatabases databases)
        => TableScenarios.All.Concat(ColumnScenarios.All).Concat(ConstraintScenarios.All).Concat(SeedScenarios.All).Concat(RenameScenarios.All).Concat(PostgreSqlScenarios.All)
            .Where(scenario => scenario.Databases.HasFlag(databases));

    /// <summary>The scenario of that name.</summary>
    public static Scenario Named(string name) => For(ScenarioDatabases.PostgreSql).Concat(For(ScenarioDatabases.Sqlite)).First(scenario => scenario.Name == name);
}

using Autogen.Scenarios.Running;

namespace Autogen.Scenarios.Cases;

/// <summary>The one list of scenarios.</summary>
public static class AllScenarios
{
    private static readonly IReadOnlyList<Scenario> broad =
    [
        .. TableScenarios.All, .. ColumnScenarios.All, .. ConstraintScenarios.All, .. SeedScenarios.All, .. RenameScenarios.All,
        .. TakenNameScenarios.All, .. PostgreSqlScenarios.All, .. AlembicScenarios.All,
    ];

    private static readonly IReadOnlyList<Scenario> narrow =
    [
        .. TypeScenarios.All, .. DefaultScenarios.All, .. KeyScenarios.All, .. ForeignKeyScenarios.All, .. IndexScenarios.All,
        .. EnumScenarios.All, .. IdentityScenarios.All,
        .. ComputedScenarios.All, .. InheritanceScenarios.All, .. JsonScenarios.All, .. SchemaScenarios.All, .. StorageScenarios.All,
        .. ViewScenarios.All,
        .. NameScenarios.All, .. SeedChangeScenarios.All, .. SeedConflictScenarios.All, .. LabelScenarios.All, .. NumberingScenarios.All,
        .. OtherTypeScenarios.All, .. AwkwardScenarios.All,
        .. DependentScenarios.All, .. KeyMoveScenarios.All, .. ShapeScenarios.All, .. RebuildScenarios.All,
        .. ConventionScenarios.All, .. ConversionScenarios.All, .. SeedKeyScenarios.All, .. JoinScenarios.All, .. BesideScenarios.All,
        .. TypeKindScenarios.All, .. RowValueScenarios.All, .. GivenValueScenarios.All,
        .. HierarchyMoveScenarios.All, .. PartMoveScenarios.All, .. DocumentMoveScenarios.All,
        .. MoveWithOthersScenarios.All,
    ];

    /// <summary>The scenarios that a database has the objects for.</summary>
    public static IEnumerable<Scenario> For(ScenarioDatabases databases)
        => broad.Concat(narrow).Where(scenario => scenario.Databases.HasFlag(databases));

    /// <summary>Those that are about much at once: enough of every kind of object where one case takes long.</summary>
    public static IEnumerable<Scenario> Broad(ScenarioDatabases databases)
        => broad.Where(scenario => scenario.Databases.HasFlag(databases));

    /// <summary>Those that a PostgreSQL server of a major version has the features for; what it is too old for it must refuse.</summary>
    public static IEnumerable<Scenario> On(this IEnumerable<Scenario> scenarios, int version)
        => scenarios.Where(scenario => scenario.Since <= version);

    /// <summary>The scenario of that name.</summary>
    public static Scenario Named(string name)
        => For(ScenarioDatabases.PostgreSql).Concat(For(ScenarioDatabases.Sqlite)).First(scenario => scenario.Name == name);
}

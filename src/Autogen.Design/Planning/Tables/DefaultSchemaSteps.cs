using Autogen.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning.Tables;

/// <summary>
/// What a first revision begins with where names without a schema do not mean <c>public</c> (<c>search_path</c> of the database, the role
/// or the connection string): it makes that schema, and refuses to run where such names mean another one.
/// </summary>
internal static class DefaultSchemaSteps
{
    private const string Usual = "public";

    /// <summary>The plan with these steps before it; as it is where nothing in it has a name without a schema.</summary>
    public static IReadOnlyList<PlannedOperation> Before(IReadOnlyList<PlannedOperation> plan, string? defaultSchema)
        => defaultSchema is null or Usual || !plan.Any(planned => planned.Operation is CreateTableOperation { Schema: null })
            ? plan
            :
            [
                new PlannedOperation(new EnsureSchemaOperation { Name = defaultSchema }, []),
                PlanScope.Planned(new RequireDefaultSchemaOperation { Name = defaultSchema }),
                .. plan
            ];
}

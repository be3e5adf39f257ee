using Autogen.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Autogen.Drivers.PostgreSql;

/// <summary>PostgreSQL alters everything in place: EF Core's generator writes one statement after another.</summary>
internal sealed class PostgreSqlCompiler : OperationCompiler
{
    /// <summary>Npgsql takes a DateTime for a time with a zone, in UTC; one that is not is a time without.</summary>
    public override RelationalTypeMapping? MappingOf(SqlParameterValue parameter, IRelationalTypeMappingSource mappings)
        => parameter.Value is DateTime { Kind: not DateTimeKind.Utc }
            ? mappings.FindMapping(typeof(DateTime), "timestamp without time zone")
            : null;

    /// <summary>
    /// Without a model of a version that is new enough, EF Core does not look at the old column
    /// (MigrationsSqlGenerator.IsOldColumnSupported), and the provider sets the type again whatever changes: PostgreSQL refuses that where
    /// a generated column or a view is made of the column. An operation that does not tell the old type has nothing to look at.
    /// </summary>
    public override bool NeedsModel(MigrationOperation operation) => operation is AlterColumnOperation { OldColumn.ColumnType: not null };
}

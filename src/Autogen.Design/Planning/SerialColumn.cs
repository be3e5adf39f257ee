using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning;

/// <summary>
/// A serial column that is made of its parts (a sequence, a default, ownership), because the word <c>serial</c> says less: of a column that is there
/// already, one that may be empty, or one with options.
/// </summary>
internal sealed class SerialColumn(PlanScope scope, ObjectName table, Column column)
{
    private readonly ObjectName sequence = new(
        table.Schema,
        TemporaryNames.From($"{table.Name}_{column.Name}", "_seq", name => IsTaken(scope, new ObjectName(table.Schema, name))));

    /// <summary>Whether a new column can't be made with the provider's word.</summary>
    public static bool IsExplicit(Column column)
        => column.Identity is { Kind: IdentityKind.Serial } identity
            && (column.IsNullable || identity.Options != SequenceOptions.Default || IntegerTypes.ClrTypeOf(column.Type) is null);

    /// <summary>Fills the operation of a new column, with the sequence's next value as the default where that is needed.</summary>
    public static T Fill<T>(T operation, PlanScope scope, ObjectName table, Column column)
        where T : ColumnOperation
    {
        if (!IsExplicit(column))
            return operation.Fill(scope, table, column);
        operation.Fill(scope, table, column, withIdentity: false);
        operation.DefaultValueSql = new SerialColumn(scope, table, column).NextValue;
        return operation;
    }

    /// <summary>The default's text.</summary>
    public string NextValue => $"nextval({scope.Dialect.StringLiteral(scope.Quote(sequence))})";

    /// <summary>Makes the sequence.</summary>
    public PlannedOperation Create()
    {
        var type = IntegerTypes.ClrTypeOf(column.Type) is null ? "bigint" : column.Type;
        return PlanScope.Sql($"CREATE SEQUENCE {scope.Quote(sequence)} AS {type}{SequenceSql.ForCreate(column.Identity?.Options ?? SequenceOptions.Default)};");
    }

    /// <summary>Sets the default of a column that is there.</summary>
    public PlannedOperation SetDefault()
        => PlanScope.Sql($"ALTER TABLE {scope.Quote(table)} ALTER COLUMN {scope.Quote(column.Name)} SET DEFAULT {NextValue};");

    /// <summary>Gives the sequence to the column, so that it goes with it.</summary>
    public PlannedOperation Own()
        => PlanScope.Sql($"ALTER SEQUENCE {scope.Quote(sequence)} OWNED BY {scope.Quote(table)}.{scope.Quote(column.Name)};");

    private static bool IsTaken(PlanScope scope, ObjectName name)
        => new[] { scope.Diff.There, scope.Diff.Wanted }.Any(schema =>
            schema.FindTable(name) is not null || schema.Sequences.Any(sequence => sequence.Name == name));
}

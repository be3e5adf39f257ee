using Autogen.Design.Planning.Columns;
using Autogen.Design.Planning.Naming;
using Autogen.Design.Planning.Steps;
using Autogen.Operations;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning.Numbering;

/// <summary>
/// A serial column that is made of its parts (a sequence, a default, ownership), because the word <c>serial</c> says less: of an existing
/// column, one that may be empty, or one with options.
/// </summary>
internal sealed class SerialColumn(PlanScope scope, ObjectName table, Column column)
{
    // The release notes of PostgreSQL 15.
    private const int UnloggedSequences = 15;

    private readonly ObjectName sequence = NameOf(scope, table, column);

    /// <summary>Whether a new column can't be made with the provider's word.</summary>
    public static bool IsExplicit(PlanScope scope, ObjectName table, Column column)
        => column.Identity is { Kind: IdentityKind.Serial } identity
            && (column.IsNullable
                || identity.Options != SequenceOptions.Default
                || IntegerTypes.ClrTypeOf(column.Type) is null
                || (column.OwnedSequence.Value is { } owned && IsUnlike(scope, table, column, owned)));

    /// <summary>Whether the server would make another sequence than the live one.</summary>
    private static bool IsUnlike(PlanScope scope, ObjectName table, Column column, OwnedSequence owned)
        => !string.Equals(owned.Name, OwnedSequenceNames.Default(table.Name, column.Name), StringComparison.Ordinal)
            || !string.Equals(owned.Type, column.Type.Text, StringComparison.Ordinal)
            || owned.IsUnlogged != (scope.Diff.Target.FindTable(table)?.IsUnlogged == true && scope.ServerVersion >= UnloggedSequences)
            || scope.TargetDefaults.Use(new ObjectName(table.Schema, owned.Name));

    /// <summary>Fills the operation of a new column, with the sequence's next value as the default where that is needed.</summary>
    public static T Fill<T>(T operation, PlanScope scope, ObjectName table, Column column)
        where T : ColumnOperation
    {
        if (!IsExplicit(scope, table, column))
            return operation.Fill(scope, table, column);
        operation.Fill(scope, table, column, withIdentity: false);
        operation.DefaultValueSql = new SerialColumn(scope, table, column).NextValue;
        return operation;
    }

    /// <summary>The default's text.</summary>
    public string NextValue => $"pg_catalog.nextval({scope.Dialect.StringLiteral(scope.Quote(sequence))})";

    /// <summary>Makes the sequence.</summary>
    public PlannedOperation Create()
    {
        var owned = column.OwnedSequence.Value;
        var type = owned?.Type ?? (IntegerTypes.ClrTypeOf(column.Type) is null ? "bigint" : column.Type.Text);
        var options = column.Identity?.Options ?? SequenceOptions.Default;
        return PlanScope.Planned(new CreateTypedSequenceOperation
        {
            Name = sequence.Name,
            Schema = sequence.Schema,
            Type = type,
            StartValue = options.Start,
            IncrementBy = options.Increment,
            MinValue = options.Minimum,
            MaxValue = options.Maximum,
            Cache = options.Cache,
            Cyclic = options.IsCyclic,
            Unlogged = owned?.IsUnlogged == true,
        });
    }

    /// <summary>Sets the default of an existing column.</summary>
    public PlannedOperation SetDefault()
        => PlanScope.Planned(
            new SetDefaultOperation { Table = table.Name, Schema = table.Schema, Column = column.Name, Sql = NextValue });

    /// <summary>Gives the sequence to the column, so that it goes with it.</summary>
    public PlannedOperation Own()
        => PlanScope.Planned(
            new SetSequenceOwnerOperation { Name = sequence.Name, Schema = table.Schema, Table = table.Name, Column = column.Name });

    /// <summary>Whether defaults of other columns use the sequence, too: it is made before all tables and dropped after them.</summary>
    public bool IsShared => scope.TargetDefaults.Use(sequence);

    /// <summary>The step that makes a sequence which several tables use.</summary>
    public Vertex Creating => Vertex.Of(Phase.CreateObject, ObjectKind.Sequence, sequence);

    private static ObjectName NameOf(PlanScope scope, ObjectName table, Column column)
        => column.OwnedSequence.Value is { } owned && !IsTaken(scope, new ObjectName(table.Schema, owned.Name))
            ? new ObjectName(table.Schema, owned.Name)
            : new ObjectName(
                table.Schema,
                TemporaryNames.From($"{table.Name}_{column.Name}", "_seq", name => IsTaken(scope, new ObjectName(table.Schema, name))));

    private static bool IsTaken(PlanScope scope, ObjectName name)
        => new[] { scope.Diff.Current, scope.Diff.Target }.Any(schema =>
            schema.FindTable(name) is not null || schema.Sequences.Any(sequence => sequence.Name == name));
}

using System.Globalization;
using Autogen.Design.Planning.Moving;
using Autogen.Design.Planning.Naming;
using Autogen.Design.Planning.Numbering;
using Autogen.Design.Planning.Steps;
using Autogen.Design.Planning.TableParts;
using Autogen.Design.Planning.Types;
using Autogen.Design.Providers;
using Autogen.Schema.Comparison;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning;

/// <summary>What every kind's planner needs to know of the whole plan. Pure: it asks the diff and the dialect, and remembers.</summary>
internal sealed class PlanScope
{
    private readonly HashSet<ObjectName> newTables;
    private readonly ILookup<ObjectName, ObjectName> goingByPrincipal;

    /// <summary>Looks at a diff.</summary>
    public PlanScope(SchemaDiff diff, Dialect dialect, IClrTypes clrTypes)
    {
        Diff = diff;
        Dialect = dialect;
        ClrTypes = clrTypes;
        Provider = AllProviders.Of(dialect);
        newTables = [.. diff.Changes.OfType<Added<Table>>().Select(change => change.Item.Name)];
        goingByPrincipal = diff.Changes.OfType<Removed<Table>>()
            .SelectMany(
                change => change.Item.ForeignKeys.Select(key => (Principal: diff.Pairs.CurrentTable(key.PrincipalTable), change.Item.Name)))
            .ToLookup(pair => pair.Principal, pair => pair.Name);
        TargetCycles = new ForeignKeyCycles(diff.Target.Tables);
        CurrentCycles = new ForeignKeyCycles(diff.Current.Tables);
        TargetDefaults = new UsedSequences(diff.Target);
        CurrentDefaults = new UsedSequences(diff.Current);
        Recreations = EnumRecreation.Of(this);
        ConstraintRenames = new ConstraintRenames(this);
        SharedNames = new SharedNames(diff);
        Moves = RowMoves.None;
    }

    /// <summary>What is to be done.</summary>
    public SchemaDiff Diff { get; }

    /// <summary>The database.</summary>
    public Dialect Dialect { get; }

    /// <summary>CLR types of store types.</summary>
    public IClrTypes ClrTypes { get; }

    /// <summary>The provider's words.</summary>
    public ProviderAnnotations Provider { get; }

    /// <summary>What exists before the plan and after it, and under which names.</summary>
    public SchemaPairs Pairs => Diff.Pairs;

    /// <summary>Cycles of foreign keys among the tables that are wanted.</summary>
    public ForeignKeyCycles TargetCycles { get; }

    /// <summary>Cycles of foreign keys among the existing tables.</summary>
    public ForeignKeyCycles CurrentCycles { get; }

    /// <summary>The sequences that defaults use in the target schema.</summary>
    public UsedSequences TargetDefaults { get; }

    /// <summary>The sequences that defaults use in the current schema.</summary>
    public UsedSequences CurrentDefaults { get; }

    /// <summary>The live server's major version, whichever side it is on; 0 where it is not known.</summary>
    public int ServerVersion => Math.Max(Diff.Current.ServerVersion.Value, Diff.Target.ServerVersion.Value);

    /// <summary>
    /// The version that the provider's SQL is for (<see cref="ProviderAnnotations.ServerVersion"/>); <see langword="null"/> if unknown.
    /// </summary>
    public int? ProviderVersion { get; init; }

    /// <inheritdoc cref="Planner.DropsFillers"/>
    public bool DropsFillers { get; init; }

    /// <summary>Enumerated types that must be recreated.</summary>
    public IReadOnlyList<EnumRecreation> Recreations { get; }

    /// <summary>Constraints and indexes that get another name.</summary>
    public ConstraintRenames ConstraintRenames { get; }

    /// <summary>The statements that move rows from table to table.</summary>
    public RowMoves Moves { get; private set; }

    /// <summary>Moves that can't be told, and are proposed.</summary>
    public IReadOnlyList<ProposedMove> Proposals { get; private set; } = ProposedMoves.None;

    /// <summary>Derives the moves.</summary>
    public void FindMoves(IReadOnlyList<Change> changes)
    {
        Moves = RowMoves.Of(this);
        Proposals = new ProposedMoves(this).Find(changes);
    }

    /// <summary>Names that objects of several kinds share.</summary>
    public SharedNames SharedNames { get; }

    /// <summary>
    /// Whether constraints and columns are altered in place; else the table is rebuilt when the revision runs, from what exists then.
    /// </summary>
    public bool AltersInPlace => Dialect.Capabilities.AltersInPlace;

    /// <summary>
    /// Whether renames come before all else, so that a rebuild sees one name only; and rows can be moved into what refers to the new name
    /// before what they are read from is dropped.
    /// </summary>
    public bool RenamesFirst => !Pairs.AnyNewNameIsTaken && (!AltersInPlace || Moves.All.Count > 0);

    /// <summary>Whether the plan creates the table: then nothing that is done to it can lose or lock anything.</summary>
    public bool IsNew(ObjectName? table) => table is not null && newTables.Contains(table);

    /// <summary>
    /// The drops of the tables that refer to a table and go: their foreign keys hold its keys and unique indexes, and its rows. On a
    /// database that does not alter in place a rebuild holds nothing.
    /// </summary>
    public IEnumerable<Vertex> DropsOfReferring(ObjectName targetTable)
        => AltersInPlace ? GoingThatReferTo(targetTable).Select(table => Vertex.OfTable(Phase.DropTable, table)) : [];

    /// <summary>The tables that refer to a table and go.</summary>
    public IEnumerable<ObjectName> GoingThatReferTo(ObjectName targetTable)
        => goingByPrincipal[Pairs.CurrentTable(targetTable)].Distinct().Where(table => table != Pairs.CurrentTable(targetTable));

    /// <summary>A table's name while things are dropped.</summary>
    public ObjectName NameAtDrop(ObjectName target) => RenamesFirst ? target : Pairs.CurrentTable(target);

    /// <summary>A column's name while things are dropped.</summary>
    public string ColumnAtDrop(ObjectName targetTable, string currentColumn)
        => RenamesFirst ? Pairs.TargetColumn(targetTable, currentColumn) : currentColumn;

    /// <summary>Columns that a key is identified by while things are dropped; a change tells them in the target names.</summary>
    public string[] KeyColumnsAtDrop(ObjectName targetTable, IEnumerable<string> targetColumns)
        => [.. targetColumns.Select(column => RenamesFirst ? column : Pairs.CurrentColumn(targetTable, column))];

    /// <summary>The table as it is, by its target name.</summary>
    public Table? CurrentTable(ObjectName target) => Diff.Current.FindTable(Pairs.CurrentTable(target));

    /// <summary>The columns of a target table that have another type than those that exist, by their target names.</summary>
    public IReadOnlySet<string> RetypedColumns(Table target)
        => target.Columns
            .Where(column => CurrentTable(target.Name)?.FindColumn(Pairs.CurrentColumn(target.Name, column.Name)) is { } current
                && !current.Type.Equals(column.Type))
            .Select(column => column.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>The enumerated type that a store type is, or is an array of, among those of a schema.</summary>
    public static EnumType? EnumTypeOf(DatabaseSchema schema, StoreType storeType)
        => schema.EnumTypes.FirstOrDefault(type => storeType.IsNamed(type.Name, schema.DefaultSchema.Value));

    /// <summary>The name that a wanted enumerated type has now; <see langword="null"/> for a new one.</summary>
    public ObjectName? CurrentEnumName(ObjectName target)
        => Pairs.CurrentOf<EnumType>(type => type.Name == target)?.Name;

    /// <summary>Whether a store type is an enumerated one on either side.</summary>
    public bool IsEnum(StoreType storeType)
        => EnumTypeOf(Diff.Target, storeType) is not null || EnumTypeOf(Diff.Current, storeType) is not null;

    /// <summary>The default schema's own name.</summary>
    public string DefaultSchema => Diff.Current.DefaultSchema.Value ?? Diff.Target.DefaultSchema.Value ?? "public";

    /// <summary>Whether a generated column can become an ordinary one in place, with its values. Either side may be the live one.</summary>
    public bool DropsExpression(Column column) => Dialect.DropsExpression(column, ServerVersion);

    /// <summary>
    /// How many rows a table is believed to have, for people: <c> (about 1,200 rows)</c>, or nothing where it is not known.
    /// </summary>
    public string About(ObjectName targetTable)
        => CurrentTable(targetTable)?.RowEstimate.Value is > 0 and { } rows
            ? string.Create(CultureInfo.InvariantCulture, $" (about {rows:N0} rows)")
            : "";

    /// <summary>An identifier as SQL.</summary>
    public string Quote(string identifier) => Dialect.Quote(identifier);

    /// <summary>A name as SQL.</summary>
    public string Quote(ObjectName name) => Dialect.Quote(name);

    /// <summary>Identifiers as SQL, separated by commas.</summary>
    public string Quote(IEnumerable<string> identifiers) => string.Join(", ", identifiers.Select(Dialect.Quote));

    /// <summary>The condition that a column of a table has a value.</summary>
    public string IsEqual(Table? table, SeedValue value) => $"{Quote(value.Column)} {EqualsOperator(table, value.Column)} {value.Literal}";

    /// <summary>The columns of a key whose equality operator is not the server's own.</summary>
    public IReadOnlyList<string>? ForeignOperators(Table table, IEnumerable<string> key)
        => key.Where(column => !string.Equals(EqualsOperator(table, column), Dialect.EqualTo, StringComparison.Ordinal)).ToList() is
        { Count: > 0 } foreign
                ? foreign
                : null;

    /// <summary>An operation with its risks.</summary>
    public static PlannedOperation Planned(MigrationOperation operation, params IReadOnlyList<Risk> risks) => new(operation, risks);

    /// <summary>The danger of long locks, which is one only where others write at the same time and the table existed before.</summary>
    public IEnumerable<Risk> Locks(ObjectName table, string message)
        => Dialect.LocksTables && !IsNew(table) ? [new Risk(RiskKind.LongLock, message + About(table))] : [];

    private string EqualsOperator(Table? table, string column)
        => table?.FindColumn(column) is { } found ? Dialect.PortableEqualsOperator(found) : "=";
}

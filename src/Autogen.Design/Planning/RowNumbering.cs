using System.Diagnostics;
using System.Globalization;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning;

/// <summary>
/// Changes of how PostgreSQL numbers rows by an existing column. The provider takes a serial's sequence to have the name it had when it
/// was made, loses where it stood or throws; here the catalogue is asked, and the counter goes on from where it was.
/// </summary>
internal sealed class RowNumbering(PlanScope scope, ObjectName table, Column current, Column target)
{
    private readonly IdentityKind? from = current.Identity?.Kind;
    private readonly IdentityKind? to = target.Identity?.Kind;

    private string Alter => $"ALTER TABLE {scope.Quote(table)} ALTER COLUMN {scope.Quote(target.Name)}";

    private string Sequence
        => $"pg_catalog.pg_get_serial_sequence({scope.Dialect.StringLiteral(scope.Quote(table))}, "
            + $"{scope.Dialect.StringLiteral(target.Name)})";

    /// <summary>Whether EF Core's operation makes the change: there is an identity on one side, and no serial on either.</summary>
    public bool IsByOperation => from != to && from != IdentityKind.Serial && to != IdentityKind.Serial && !EndsBefore;

    /// <summary>Whether the identity must go before the type can change: EF Core's operation does it after.</summary>
    private bool EndsBefore
        => from is IdentityKind.Always or IdentityKind.ByDefault && to is null && IntegerTypes.ClrTypeOf(target.Type) is null;

    /// <summary>What comes before the column's type is changed: the numbering ends.</summary>
    public IEnumerable<PlannedOperation> Before()
    {
        if (EndsBefore)
            yield return PlanScope.Sql($"{Alter} DROP IDENTITY;");
        if (from == IdentityKind.Serial && to is null)
        {
            yield return PlanScope.Sql(SqlBlock.Do($"""
                DECLARE
                    owned pg_catalog.text := {Sequence};
                BEGIN
                    {Alter} DROP DEFAULT;
                    EXECUTE pg_catalog.concat('DROP SEQUENCE ', owned);
                END
                """));
        }
    }

    /// <summary>What comes after the column is what it becomes otherwise.</summary>
    public IEnumerable<PlannedOperation> After()
    {
        if (target.Identity is not { } identity)
            return [];
        return (from, identity.Kind) switch
        {
            (null, IdentityKind.Serial) => MakeSerial(),
            (null, _) => [SetToMaximum()],
            (IdentityKind.Serial, IdentityKind.Serial) => AlterOwned(),
            (IdentityKind.Serial, _) => [SerialToIdentity(identity)],
            (_, IdentityKind.Serial) => [IdentityToSerial(identity)],
            _ => AlterIdentity(identity),
        };
    }

    /// <summary>The counter goes to the highest number that exists, and never back.</summary>
    public PlannedOperation SetToMaximum()
    {
        var column = scope.Quote(target.Name);
        var isDescending = target.Identity?.Options.Increment < 0;
        var (choose, extreme, step) = isDescending ? ("LEAST", "min", "-") : ("GREATEST", "max", "+");
        return PlanScope.Sql(
            $"SELECT pg_catalog.setval({Sequence}, {choose}((SELECT pg_catalog.{extreme}({column}) "
                + $"FROM {scope.Quote(table)}) OPERATOR(pg_catalog.{step}) 1, pg_catalog.nextval({Sequence})), false);");
    }

    /// <summary>Rows that have no number get the ones after the highest: the column is about to be required.</summary>
    public PlannedOperation NumberMissing()
    {
        var (name, column) = (scope.Quote(table), scope.Quote(target.Name));
        return PlanScope.Sql(
            $"""
            UPDATE {name} AS numbered SET {column} = missing.number
            FROM (SELECT tableoid AS part, ctid AS place, (SELECT COALESCE(pg_catalog.max({column}), 0) FROM {name}) OPERATOR(pg_catalog.+) pg_catalog.row_number() OVER (ORDER BY tableoid, ctid) AS number
                  FROM {name} WHERE {column} IS NULL) missing
            WHERE numbered.tableoid OPERATOR(pg_catalog.=) missing.part AND numbered.ctid OPERATOR(pg_catalog.=) missing.place;
            """,
            new Risk(RiskKind.Guess, $"gives rows of '{table}' that have no value in '{target.Name}' the numbers after the highest"));
    }

    private IEnumerable<PlannedOperation> MakeSerial()
    {
        var serial = new SerialColumn(scope, table, target);
        return [serial.Create(), serial.SetDefault(), serial.Own(), SetToMaximum()];
    }

    private PlannedOperation SerialToIdentity(Identity identity)
    {
        var options = SequenceSql.ForCreate(identity.Options);
        return PlanScope.Sql(SqlBlock.Do($"""
            DECLARE
                owned pg_catalog.text := {Sequence};
                position pg_catalog.int8;
                used pg_catalog.bool;
            BEGIN
                EXECUTE pg_catalog.concat('SELECT last_value, is_called FROM ', owned) INTO position, used;
                {Alter} DROP DEFAULT;
                EXECUTE pg_catalog.concat('DROP SEQUENCE ', owned);
                {Alter} ADD GENERATED {Word(identity.Kind)} AS IDENTITY{(options.Length == 0 ? "" : $" ({options.TrimStart()})")};
                {Inside(identity)}PERFORM pg_catalog.setval({Sequence}, position, used);{EndOf(identity)}
            END
            """));
    }

    private PlannedOperation IdentityToSerial(Identity identity)
    {
        var type = IntegerTypes.ClrTypeOf(target.Type) is null ? "bigint" : target.Type.Text;
        return PlanScope.Sql(SqlBlock.Do($"""
            DECLARE
                owned pg_catalog.text := {Sequence};
                position pg_catalog.int8;
                used pg_catalog.bool;
            BEGIN
                EXECUTE pg_catalog.concat('SELECT last_value, is_called FROM ', owned) INTO position, used;
                {Alter} DROP IDENTITY;
                EXECUTE pg_catalog.concat('CREATE SEQUENCE ', owned, {scope.Dialect.StringLiteral($" AS {type}{SequenceSql.ForCreate(identity.Options)} OWNED BY {scope.Quote(table)}.{scope.Quote(target.Name)}")});
                EXECUTE pg_catalog.format({scope.Dialect.StringLiteral($"{Alter.Replace("%", "%%", StringComparison.Ordinal)} SET DEFAULT pg_catalog.nextval(%L)")}, owned);
                {Inside(identity)}PERFORM pg_catalog.setval(owned::pg_catalog.regclass, position, used);{EndOf(identity)}
            END
            """));
    }

    /// <summary>A counter outside the new sequence's range is left behind: it was another sequence's.</summary>
    private string Inside(Identity identity)
    {
        if (IsContained(identity))
            return "";
        return $"IF {SequenceBounds.Of(target.Type, identity.Options).Contains("position")} THEN\n        ";
    }

    private string EndOf(Identity identity) => IsContained(identity) ? "" : "\n    END IF;";

    private bool IsContained(Identity identity)
    {
        var old = SequenceBounds.Of(current.Type, current.Identity?.Options ?? SequenceOptions.Default);
        return old.Overlap(SequenceBounds.Of(target.Type, identity.Options)) is { } overlap && overlap.HasBoundsOf(old);
    }

    private IEnumerable<PlannedOperation> AlterIdentity(Identity identity)
    {
        var currentOptions = current.Identity?.Options ?? SequenceOptions.Default;
        var options = SequenceSql.ForAlter(target.Type, currentOptions, target.Type, identity.Options, "SET ");
        return options.Length == 0 ? [] : Move(target.Type, identity.Options, restart => PlanScope.Sql($"{Alter}{options}{restart};"));
    }

    /// <summary>PostgreSQL takes the sequence of an identity along when the type of its column changes, but not that of a serial.</summary>
    private IEnumerable<PlannedOperation> AlterOwned()
    {
        var targetOptions = target.Identity?.Options ?? SequenceOptions.Default;
        var type = !current.Type.Equals(target.Type) && IntegerTypes.ClrTypeOf(target.Type) is not null ? $" AS {target.Type}" : "";
        var changes = type
            + SequenceSql.ForAlter(current.Type, current.Identity?.Options ?? SequenceOptions.Default, target.Type, targetOptions);
        if (changes.Length == 0)
            return [];
        return Move(
            current.Type,
            targetOptions,
            restart => PlanScope.Sql(SqlBlock.Do($"""
                BEGIN
                    EXECUTE pg_catalog.concat('ALTER SEQUENCE ', {Sequence}, '{changes}{restart}');
                END
                """)));
    }

    /// <summary>
    /// As for any sequence, the counter goes into the new bounds before they are set; one that was never used begins at its start value.
    /// </summary>
    private IEnumerable<PlannedOperation> Move(StoreType currentType, SequenceOptions options, Func<string, PlannedOperation> alter)
    {
        var old = SequenceBounds.Of(currentType, current.Identity?.Options ?? SequenceOptions.Default);
        var bounds = SequenceBounds.Of(target.Type, options);
        var position = $"pg_catalog.pg_sequence_last_value({Sequence}::pg_catalog.regclass)";
        if (old.Overlap(bounds) is not { } overlap)
        {
            yield return alter(string.Create(CultureInfo.InvariantCulture, $" RESTART WITH {bounds.Start}"));
            yield break;
        }

        if (!overlap.HasBoundsOf(old))
        {
            yield return PlanScope.Sql(string.Create(
                CultureInfo.InvariantCulture,
                $"SELECT pg_catalog.setval({Sequence}, LEAST(GREATEST(position, {overlap.Minimum}), {overlap.Maximum}), "
                    + $"COALESCE({overlap.Contains("position")}, false)) FROM {position} AS position;"));
        }

        yield return alter("");
        if (bounds.Start != old.Start)
            yield return PlanScope.Sql(string.Create(
                CultureInfo.InvariantCulture, $"SELECT pg_catalog.setval({Sequence}, {bounds.Start}, false) WHERE {position} IS NULL;"));
    }

    private static string Word(IdentityKind kind) => kind switch
    {
        IdentityKind.Always => "ALWAYS",
        IdentityKind.ByDefault => "BY DEFAULT",
        _ => throw new UnreachableException($"{kind} is no identity of PostgreSQL."),
    };
}

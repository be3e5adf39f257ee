using Autogen.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Statements.PostgreSql;

// Identity and serial columns. The provider takes a serial's sequence to have the name that it had when it was made, loses its position or
// throws; here the catalogue is asked, and the counter goes on from where it was.
internal sealed partial class PostgreSqlStatementGenerator
{
    private string? NumberingSql(MigrationOperation operation) => operation switch
    {
        DropIdentityOperation drop => $"{AlterColumn(drop)} DROP IDENTITY{(drop.IfExists ? " IF EXISTS" : "")};",
        SetIdentityGenerationOperation set => $"{AlterColumn(set)} SET GENERATED {Generation(set.Always)};",
        SetIdentityOptionsOperation set => $"{AlterColumn(set)}{SequenceOptionSql.Of(set, "SET ")};",
        SetSerialOptionsOperation set => AnonymousBlock.Do($"""
            BEGIN
                EXECUTE pg_catalog.concat('ALTER SEQUENCE ', {SequenceOf(set)}, '{SequenceOptionSql.Of(set)}');
            END
            """),
        DropSerialOperation drop => AnonymousBlock.Do($"""
            DECLARE
                owned pg_catalog.text := {SequenceOf(drop)};
            BEGIN
                {AlterColumn(drop)} DROP DEFAULT;
                EXECUTE pg_catalog.concat('DROP SEQUENCE ', owned);
            END
            """),
        SerialToIdentityOperation convert => SerialToIdentity(convert),
        IdentityToSerialOperation convert => IdentityToSerial(convert),
        MoveCounterBehindRowsOperation move => MoveCounterBehindRows(move),
        MoveSequenceBehindRowsOperation move => MoveSequenceBehindRows(move),
        NumberRowsOperation number => NumberRows(number),
        RenameIdentitySequenceOperation rename => RenameIdentitySequence(rename),
        _ => null,
    };

    private static string Generation(bool always) => always ? "ALWAYS" : "BY DEFAULT";

    private string SerialToIdentity(SerialToIdentityOperation convert)
    {
        var options = SequenceOptionSql.Of(convert);
        return AnonymousBlock.Do($"""
            DECLARE
                owned pg_catalog.text := {SequenceOf(convert)};
                position pg_catalog.int8;
                used pg_catalog.bool;
            BEGIN
                EXECUTE pg_catalog.concat('SELECT last_value, is_called FROM ', owned) INTO position, used;
                {AlterColumn(convert)} DROP DEFAULT;
                EXECUTE pg_catalog.concat('DROP SEQUENCE ', owned);
                {AlterColumn(convert)} ADD GENERATED {Generation(convert.Always)} AS IDENTITY{(options.Length == 0 ? "" : $" ({options.TrimStart()})")};
                {If(convert)}PERFORM pg_catalog.setval({SequenceOf(convert)}, position, used);{EndIf(convert)}
            END
            """);
    }

    private string IdentityToSerial(IdentityToSerialOperation convert)
    {
        var sequence = $" AS {convert.Type}{SequenceOptionSql.Of(convert)} OWNED BY {Table(convert)}.{Quote(convert.Column)}";
        var setDefault = $"{AlterColumn(convert)} SET DEFAULT pg_catalog.nextval(";
        return AnonymousBlock.Do($"""
            DECLARE
                owned pg_catalog.text := {SequenceOf(convert)};
                position pg_catalog.int8;
                used pg_catalog.bool;
            BEGIN
                EXECUTE pg_catalog.concat('SELECT last_value, is_called FROM ', owned) INTO position, used;
                {AlterColumn(convert)} DROP IDENTITY;
                EXECUTE pg_catalog.concat('CREATE SEQUENCE ', owned, {Literal(sequence)});
                EXECUTE pg_catalog.concat({Literal(setDefault)}, pg_catalog.quote_literal(owned), ')');
                {If(convert)}PERFORM pg_catalog.setval(owned::pg_catalog.regclass, position, used);{EndIf(convert)}
            END
            """);
    }

    // A counter outside of the new sequence's range was another sequence's.
    private static string If(NumberingConversion convert)
        => convert.KeepBetween is [var least, var most] ? $"IF {IsBetween("position", least, most)} THEN\n        " : "";

    private static string EndIf(NumberingConversion convert) => convert.KeepBetween is null ? "" : "\n    END IF;";

    private string MoveCounterBehindRows(MoveCounterBehindRowsOperation move)
    {
        var sequence = SequenceOf(move);
        var (choose, extreme, step) = move.Descending ? ("LEAST", "min", "-") : ("GREATEST", "max", "+");
        return $"SELECT pg_catalog.setval({sequence}, {choose}((SELECT pg_catalog.{extreme}({Quote(move.Column)}) "
            + $"FROM {Table(move)}) OPERATOR(pg_catalog.{step}) 1, pg_catalog.nextval({sequence})), false);";
    }

    // The numbers that a sequence gives are its first one and a multiple of its step; blocks of keys (HiLo) begin with them. Operators that
    // are written so have one precedence; a sequence may have the name of an alias.
    // Keys beyond the sequence's bounds are none of its numbers; behind its last number it is used up.
    private string MoveSequenceBehindRows(MoveSequenceBehindRowsOperation move)
    {
        var (name, column) = (Quote(move.SequenceSchema, move.Sequence), Quote(move.Column));
        return $"""
            SELECT pg_catalog.setval({Literal(name)}, CASE WHEN beyond THEN last ELSE following END, beyond)
            FROM (SELECT seqincrement, place, seqstart, following, last,
                         CASE WHEN seqincrement OPERATOR(pg_catalog.>) 0
                              THEN following OPERATOR(pg_catalog.>) last ELSE following OPERATOR(pg_catalog.<) last END AS beyond,
                         CASE WHEN is_called THEN last_value OPERATOR(pg_catalog.+) seqincrement ELSE last_value END AS next
                  FROM pg_catalog.pg_sequence AS options, {name} AS state,
                       LATERAL (SELECT pg_catalog.max({column})::pg_catalog.int8 AS most, pg_catalog.min({column})::pg_catalog.int8 AS least
                                FROM {Table(move)}
                                WHERE {column} OPERATOR(pg_catalog.>=) seqmin AND {column} OPERATOR(pg_catalog.<=) seqmax) AS numbers,
                       LATERAL (SELECT CASE WHEN seqincrement OPERATOR(pg_catalog.>) 0 THEN most ELSE least END AS place,
                                       CASE WHEN seqincrement OPERATOR(pg_catalog.>) 0 THEN seqmax ELSE seqmin END AS last) AS chosen,
                       LATERAL (SELECT seqstart OPERATOR(pg_catalog.+) (((place OPERATOR(pg_catalog.-) seqstart)
                                    OPERATOR(pg_catalog./) seqincrement OPERATOR(pg_catalog.+) 1)
                                    OPERATOR(pg_catalog.*) seqincrement) AS following) AS computed
                  WHERE seqrelid OPERATOR(pg_catalog.=) {Literal(name)}::pg_catalog.regclass) AS counter
            WHERE CASE WHEN seqincrement OPERATOR(pg_catalog.>) 0
                       THEN place OPERATOR(pg_catalog.>=) seqstart AND following OPERATOR(pg_catalog.>) next
                       ELSE place OPERATOR(pg_catalog.<=) seqstart AND following OPERATOR(pg_catalog.<) next END;
            """;
    }

    private string NumberRows(NumberRowsOperation operation)
    {
        var (table, column) = (Table(operation), Quote(operation.Column));
        return $"""
            UPDATE {table} AS numbered SET {column} = missing.number
            FROM (SELECT tableoid AS part, ctid AS place, (SELECT COALESCE(pg_catalog.max({column}), 0) FROM {table}) OPERATOR(pg_catalog.+) pg_catalog.row_number() OVER (ORDER BY tableoid, ctid) AS number
                  FROM {table} WHERE {column} IS NULL) missing
            WHERE numbered.tableoid OPERATOR(pg_catalog.=) missing.part AND numbered.ctid OPERATOR(pg_catalog.=) missing.place;
            """;
    }

    private string RenameIdentitySequence(RenameIdentitySequenceOperation rename) => AnonymousBlock.Do($"""
        BEGIN
            IF pg_catalog.to_regclass({Literal(Quote(rename.Schema, rename.NewName))}) IS NULL THEN
                EXECUTE pg_catalog.concat('ALTER SEQUENCE ', {SequenceOf(rename)}, {Literal($" RENAME TO {Quote(rename.NewName)}")});
            END IF;
        END
        """);
}

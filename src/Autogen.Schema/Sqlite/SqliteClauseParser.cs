using Autogen.Schema.Objects;
using Autogen.Schema.Sql;

namespace Autogen.Schema.Sqlite;

/// <summary>Reads constraints; the grammar is that of sqlite.org's lang_createtable.</summary>
internal static class SqliteClauseParser
{
    private static readonly string[] starts =
        ["CONSTRAINT", "PRIMARY", "NOT", "NULL", "UNIQUE", "CHECK", "DEFAULT", "COLLATE", "REFERENCES", "GENERATED", "AS", "FOREIGN"];

    /// <summary>Whether a constraint begins with the token.</summary>
    public static bool IsStart(SqlToken token) => Array.Exists(starts, token.Is);

    /// <summary>Reads one constraint.</summary>
    public static SqliteClause Parse(SqlTokenReader reader)
    {
        var first = reader.Position;
        var name = reader.TryTake("CONSTRAINT") ? reader.Take().Name : null;
        var clause = ParseBody(reader);
        return clause with { Name = name, Raw = reader.SliceFrom(first) };
    }

    private static SqliteClause ParseBody(SqlTokenReader reader)
    {
        if (reader.TryTake("PRIMARY", "KEY"))
            return PrimaryKey(reader);
        if (reader.TryTake("NOT", "NULL"))
            return WithConflict(reader, SqliteClauseKind.NotNull, []);
        if (reader.TryTake("NULL"))
            return WithConflict(reader, SqliteClauseKind.Null, []);
        if (reader.TryTake("UNIQUE"))
            return Unique(reader);
        if (reader.TryTake("CHECK"))
            return Check(reader);
        if (reader.TryTake("DEFAULT"))
            return new SqliteClause(SqliteClauseKind.Default, "") { Expression = Default(reader) };
        if (reader.TryTake("COLLATE"))
            return new SqliteClause(SqliteClauseKind.Collate, "") { Expression = reader.Take().Name };
        if (reader.TryTake("FOREIGN", "KEY"))
            return ForeignKey(reader, reader.TakeNames());
        if (reader.Current.Is("REFERENCES"))
            return ForeignKey(reader, []);
        if (reader.TryTake("GENERATED", "ALWAYS") || reader.Current.Is("AS"))
            return Generated(reader);
        throw reader.Unexpected();
    }

    private static SqliteClause PrimaryKey(SqlTokenReader reader)
    {
        EquatableList<string> columns = [];
        EquatableList<string> options = [];
        if (reader.Current.IsMark("("))
            (columns, options) = reader.TakeKeys();
        else if (!reader.TryTake("ASC") && reader.TryTake("DESC"))
            options = ["DESC"];
        var clause = WithConflict(reader, SqliteClauseKind.PrimaryKey, columns);
        return clause with { Flag = reader.TryTake("AUTOINCREMENT"), KeyOptions = options };
    }

    private static SqliteClause Unique(SqlTokenReader reader)
    {
        var (columns, options) = reader.Current.IsMark("(") ? reader.TakeKeys() : ([], []);
        return WithConflict(reader, SqliteClauseKind.Unique, columns) with { KeyOptions = options };
    }

    private static SqliteClause WithConflict(SqlTokenReader reader, SqliteClauseKind kind, EquatableList<string> columns)
    {
        var conflict = reader.TryTake("ON", "CONFLICT") ? reader.Take().Name.ToUpperInvariant() : null;
        return new SqliteClause(kind, "") { Columns = columns, Conflict = conflict };
    }

    private static SqliteClause Check(SqlTokenReader reader)
    {
        var expression = reader.TakeParenthesised();
        return WithConflict(reader, SqliteClauseKind.Check, []) with { Expression = expression };
    }

    private static string Default(SqlTokenReader reader)
    {
        if (reader.Current.IsMark("("))
            return reader.TakeParenthesised();
        var first = reader.Position;
        if (!reader.TryTakeMark("-"))
            reader.TryTakeMark("+");
        reader.Take();
        return reader.SliceFrom(first);
    }

    private static SqliteClause Generated(SqlTokenReader reader)
    {
        if (!reader.TryTake("AS"))
            throw reader.Unexpected();
        var expression = reader.TakeParenthesised();
        var isStored = reader.TryTake("STORED");
        if (!isStored)
            reader.TryTake("VIRTUAL");
        return new SqliteClause(SqliteClauseKind.Generated, "") { Expression = expression, Flag = isStored };
    }

    private static SqliteClause ForeignKey(SqlTokenReader reader, EquatableList<string> columns)
    {
        if (!reader.TryTake("REFERENCES"))
            throw reader.Unexpected();
        var reference = new ForeignKey
        {
            Name = null,
            Columns = columns,
            PrincipalTable = new ObjectName(reader.Take().Name),
            PrincipalColumns = reader.Current.IsMark("(") ? reader.TakeNames() : [],
        };
        string? match = null;
        for (var more = true; more;)
        {
            if (reader.TryTake("ON", "DELETE"))
                reference = reference with { OnDelete = Action(reader) };
            else if (reader.TryTake("ON", "UPDATE"))
                reference = reference with { OnUpdate = Action(reader) };
            else if (reader.TryTake("MATCH"))
                match = reader.Take().Name.ToUpperInvariant();
            else if (reader.TryTake("NOT", "DEFERRABLE"))
                _ = Initially(reader);
            else if (reader.TryTake("DEFERRABLE"))
                reference = reference with
                {
                    Deferrability = Initially(reader) ? Deferrability.InitiallyDeferred : Deferrability.InitiallyImmediate
                };
            else
                more = false;
        }

        return new SqliteClause(SqliteClauseKind.ForeignKey, "") { Columns = columns, Reference = reference, Match = match };
    }

    private static bool Initially(SqlTokenReader reader)
        => reader.TryTake("INITIALLY", "DEFERRED") || (reader.TryTake("INITIALLY", "IMMEDIATE") && false);

    private static ForeignKeyAction Action(SqlTokenReader reader)
    {
        if (reader.TryTake("SET", "NULL"))
            return ForeignKeyAction.SetNull;
        if (reader.TryTake("SET", "DEFAULT"))
            return ForeignKeyAction.SetDefault;
        if (reader.TryTake("NO", "ACTION"))
            return ForeignKeyAction.NoAction;
        return reader.Take().Is("CASCADE") ? ForeignKeyAction.Cascade : ForeignKeyAction.Restrict;
    }
}

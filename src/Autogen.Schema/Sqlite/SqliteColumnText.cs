using Autogen.Schema.Objects;
using Autogen.Schema.Sql;

namespace Autogen.Schema.Sqlite;

/// <summary>A column's definition as a table's text has it.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="RawName">The name as it is quoted there.</param>
/// <param name="Type">The declared type, white space collapsed; empty for none.</param>
/// <param name="Clauses">What follows, in order.</param>
internal sealed record SqliteColumnText(string Name, string RawName, string Type, EquatableList<SqliteClause> Clauses)
{
    /// <summary>The clause of that kind, or <see langword="null"/>.</summary>
    public SqliteClause? Find(SqliteClauseKind kind) => Clauses.FirstOrDefault(clause => clause.Kind == kind);

    /// <summary>The definition without the clauses of that kind.</summary>
    public SqliteColumnText Without(SqliteClauseKind kind)
        => this with { Clauses = Clauses.Where(clause => clause.Kind != kind).ToEquatableList() };

    /// <summary>The definition with a clause in place of those of its kind; <see langword="null"/> takes them away.</summary>
    public SqliteColumnText With(SqliteClauseKind kind, string? raw)
        => raw is null ? Without(kind) : this with { Clauses = [.. Without(kind).Clauses, new SqliteClause(kind, raw)] };

    /// <summary>The definition as SQL.</summary>
    public string ToSql()
        => string.Join(' ', new[] { RawName, Type }.Concat(Clauses.Select(clause => clause.Raw)).Where(part => part.Length > 0));

    /// <summary>Reads a definition.</summary>
    public static SqliteColumnText Parse(SqlTokenReader reader)
    {
        var first = reader.Position;
        var name = reader.Take().Name;
        var rawName = reader.SliceFrom(first);
        first = reader.Position;
        while (!reader.IsAtEnd && !SqliteClauseParser.IsStart(reader.Current))
        {
            if (reader.Current.IsMark("("))
                reader.TakeParenthesised();
            else
                reader.Take();
        }

        var type = string.Join(' ', reader.SliceFrom(first).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var clauses = new List<SqliteClause>();
        while (!reader.IsAtEnd)
            clauses.Add(SqliteClauseParser.Parse(reader));
        return new SqliteColumnText(name, rawName, type, clauses.ToEquatableList());
    }
}

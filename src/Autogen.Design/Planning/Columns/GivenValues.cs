using Autogen.Schema;
using Autogen.Schema.Comparison;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Columns;

/// <summary>
/// The values that a person gives existing rows (<c>--backfill TABLE.COLUMN=SQL</c>). Names may hold dots and equals signs themselves, so a
/// text is not split: it is compared with the existing names. A column of the model is meant, else one of the database, which the downgrade
/// adds again.
/// </summary>
internal sealed class GivenValues
{
    private readonly Dialect dialect;
    private readonly List<(string Text, ObjectName Table, string Column, string Sql, bool IsOfModel)> values = [];

    /// <summary>Finds the columns.</summary>
    /// <param name="texts">The texts of the command line.</param>
    /// <param name="current">The database.</param>
    /// <param name="target">The model.</param>
    /// <param name="dialect">The database's dialect.</param>
    /// <exception cref="AutogenException">A text has not that form, or names no column (<see cref="ErrorCode.CommandLine"/>).</exception>
    public GivenValues(IEnumerable<string> texts, DatabaseSchema current, DatabaseSchema target, Dialect dialect)
    {
        this.dialect = dialect;
        foreach (var text in texts)
        {
            var (table, column, length, isOfModel) = Find(text, target, true) ?? Find(text, current, false) ?? throw Unknown(text);
            var sql = text[length..].Trim();
            if (sql.Length == 0)
                throw Invalid(text, "no value follows the equals sign");
            if (values.Exists(value => value.Table == table && Same(value.Column, column)))
                throw Refusal(text, $"column '{table}.{column}' is given two values");
            values.Add((text, table, column, sql, isOfModel));
        }
    }

    /// <summary>A schema with the values as hints of its columns.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="isModel">Whether it is the model's.</param>
    public DatabaseSchema Apply(DatabaseSchema schema, bool isModel)
    {
        var own = values.Where(value => value.IsOfModel == isModel).ToLookup(value => value.Table);
        return own.Count == 0
            ? schema
            : schema with
            {
                Tables = schema.Tables
                    .Select(table => !own.Contains(table.Name)
                        ? table
                        : table with { Columns = table.Columns.Select(column => With(column, own[table.Name])).ToEquatableList() })
                    .ToEquatableList(),
            };
    }

    /// <summary>Demands that each value is for rows that need one, in the upgrade or in the downgrade.</summary>
    /// <exception cref="AutogenException">One is not (<see cref="ErrorCode.CommandLine"/>).</exception>
    public void RequireUsed(SchemaDiff upgrade, SchemaDiff downgrade)
    {
        foreach (var value in values)
        {
            var diff = value.IsOfModel ? upgrade : downgrade;
            if (diff.Changes.Any(change => change is Added<Table> { Item.Name: var added } && added == value.Table))
                throw Refusal(value.Text, $"table '{value.Table}' is new and has no rows");
            var changed = diff.Changes.Select(change => change switch
            {
                Added<Column> added when added.Table == value.Table && Same(added.Item.Name, value.Column) => added.Item,
                Altered<Column> { Current.IsNullable: true, Target.IsNullable: false } altered
                    when altered.Table == value.Table && Same(altered.Target.Name, value.Column) => altered.Target,
                _ => null,
            }).FirstOrDefault(column => column is not null);
            if (changed is null)
                throw Refusal(value.Text, $"column '{value.Table}.{value.Column}' is neither added nor made required");
            if (changed.Generated is not null || changed.Identity is not null)
                throw Refusal(value.Text, $"the database computes the values of column '{value.Table}.{value.Column}'");
        }
    }

    private Column With(Column column, IEnumerable<(string Text, ObjectName Table, string Column, string Sql, bool IsOfModel)> given)
        => given.FirstOrDefault(value => Same(value.Column, column.Name)) is { Sql: { } sql }
            ? column with { RowValue = new(new RowValue(sql) { IsGiven = true }) }
            : column;

    private (ObjectName Table, string Column, int Length, bool IsOfModel)? Find(string text, DatabaseSchema schema, bool isModel)
        => (from table in schema.Tables
            from path in Paths(schema, table.Name)
            from column in table.Columns
            let name = $"{path}.{column.Name}"
            where text.Length > name.Length && text[name.Length] == '=' && Same(text[..name.Length], name)
            orderby name.Length descending
            select ((ObjectName, string, int, bool)?)(table.Name, column.Name, name.Length + 1, isModel)).FirstOrDefault();

    private static IEnumerable<string> Paths(DatabaseSchema schema, ObjectName name)
        => name.Schema is null && schema.DefaultSchema.Value is { } defaultSchema
            ? [name.Name, $"{defaultSchema}.{name.Name}"]
            : [name.ToString()];

    private bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal) || dialect.SameName(one, other);

    private static AutogenException Unknown(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && text.LastIndexOf('.', equals) > 0
            ? Refusal(text, $"neither the model nor the database has a column '{text[..equals]}'")
            : Invalid(text, "it does not name a column");
    }

    private static AutogenException Invalid(string text, string why)
        => new(
            ErrorCode.CommandLine,
            $"The value '{text}' is not valid: {why}. Write TABLE.COLUMN=SQL: 'orders.state='new'' for a text, "
                + "'orders.total=0' for a number, 'people.name=first || last' for an expression over the row.");

    private static AutogenException Refusal(string text, string why)
        => new(
            ErrorCode.CommandLine,
            $"The value '{text}' cannot be used: {why}. Write TABLE.COLUMN=SQL with the names in the model, for a column that the "
                + "revision adds or makes required.");
}

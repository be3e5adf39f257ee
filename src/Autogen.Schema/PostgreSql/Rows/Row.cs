using System.Data.Common;
using Autogen.Schema.Objects;

namespace Autogen.Schema.PostgreSql.Rows;

/// <summary>A row, read by the columns' names.</summary>
/// <param name="reader">The reader, at the row.</param>
/// <param name="defaultSchema">Schema implied when none is given.</param>
internal sealed class Row(DbDataReader reader, string? defaultSchema) : IRow
{
    /// <inheritdoc/>
    public string Text(string column) => reader.GetString(reader.GetOrdinal(column));

    /// <summary>A text, or <see langword="null"/>.</summary>
    public string? TextOrNull(string column)
        => reader.GetOrdinal(column) is var ordinal && reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);

    /// <inheritdoc/>
    public bool Bool(string column) => reader.GetOrdinal(column) is var ordinal && !reader.IsDBNull(ordinal) && reader.GetBoolean(ordinal);

    /// <summary>A number.</summary>
    public int Int(string column) => reader.GetInt32(reader.GetOrdinal(column));

    /// <inheritdoc/>
    public long Long(string column) => reader.GetInt64(reader.GetOrdinal(column));

    /// <summary>A number, or <see langword="null"/>.</summary>
    public long? LongOrNull(string column)
        => reader.GetOrdinal(column) is var ordinal && reader.IsDBNull(ordinal) ? null : reader.GetInt64(ordinal);

    /// <inheritdoc/>
    public EquatableList<string> Texts(string column) => reader.GetFieldValue<string[]>(reader.GetOrdinal(column)).ToEquatableList();

    /// <summary>An expression, with the columns that its object depends on; <see langword="null"/> for none.</summary>
    public SqlExpression? Expression(string column, string usedColumns)
        => TextOrNull(column) is { } text ? new SqlExpression(text) { Columns = new([.. Texts(usedColumns)]) } : null;

    /// <inheritdoc/>
    public string? Schema(string column)
        => TextOrNull(column) is var schema && string.Equals(schema, defaultSchema, StringComparison.Ordinal) ? null : schema;

    /// <inheritdoc/>
    public ObjectName Name() => Name("schema", "name");

    /// <summary>A name of two columns.</summary>
    public ObjectName Name(string schemaColumn, string nameColumn) => new(Schema(schemaColumn), Text(nameColumn));

    /// <summary>A collation, with its schema where it is not found without; <see langword="null"/> for none.</summary>
    public ObjectName? Collation() => TextOrNull("collation") is { } name ? new ObjectName(TextOrNull("collation_schema"), name) : null;

    /// <summary>Storage parameters: <c>{fillfactor=70}</c>.</summary>
    public EquatableList<StorageParameter> Options(string column)
        => Texts(column)
            .Select(option => option.Split('=', 2))
            .Select(parts => new StorageParameter(parts[0], parts.Length > 1 ? parts[1] : ""))
            .OrderBy(parameter => parameter.Name, StringComparer.Ordinal)
            .ToEquatableList();
}

using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Autogen.Design.Planning;
using Autogen.Schema.Objects;
using Autogen.Schema.Sql;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Autogen.Design.Models;

/// <summary>How the values of a table's columns are written as literals.</summary>
internal static class SeedColumns
{
    private static readonly MethodInfo getFieldValue = typeof(DbDataReader).GetMethod(nameof(DbDataReader.GetFieldValue))!; // is there

    /// <summary>The mapping of a column's values; by its property's, else by its store type.</summary>
    public static RelationalTypeMapping MappingOf(ModelScope scope, IColumn column)
        // every provider maps text
        => column.PropertyMappings.Count > 0
            ? column.PropertyMappings[0].TypeMapping
            : scope.TypeMappings.FindMapping(column.StoreType) ?? scope.TypeMappings.FindMapping(typeof(string))!;

    /// <summary>A value with its literal in normal form: equal values have equal literals.</summary>
    /// <param name="scope">The model.</param>
    /// <param name="column">The column.</param>
    /// <param name="value">The value in the provider's type, or <see langword="null"/>.</param>
    public static SeedValue Value(ModelScope scope, IColumn column, object? value)
        => Value(
            scope.Identifier(column.Name),
            MappingOf(scope, column),
            value is string text && scope.Dialect.IgnoresTrailingBlanks(scope.TypeOf(column.StoreType)) ? text.TrimEnd(' ') : value);

    /// <summary>A value with its literal in normal form.</summary>
    public static SeedValue Value(string column, RelationalTypeMapping mapping, object? value)
    {
        if (value is null or DBNull)
            return new SeedValue(column, "NULL");
        var normal = value is decimal number ? number / 1.0000000000000000000000000000m : value;
        if (normal is string or byte[])
            return Long(column, mapping, normal);
        var literal = normal is TimeSpan span
            && FrameworkValues.IsMisspelt(span)
            && mapping.StoreType.StartsWith("interval", StringComparison.Ordinal)
            ? $"INTERVAL '-{span:%d} -{span:hh\\:mm\\:ss\\.ffffff}'"
            : mapping.GenerateProviderValueSqlLiteral(normal);
        return new SeedValue(column, literal) { Value = new Hint<object>(normal) };
    }

    private static SeedValue Long(string column, RelationalTypeMapping mapping, object value)
    {
        var literal = mapping.GenerateProviderValueSqlLiteral(value);
        var written = literal.Length < LongLiteral.Shortest
            ? new SeedValue(column, literal)
            : new SeedValue(column, new LongLiteral(literal, () => mapping.GenerateProviderValueSqlLiteral(value)));
        return written with { Value = new Hint<object>(value) };
    }

    /// <summary>A value that a row has: as the mapping's type, or, where that can't hold it, as what it is.</summary>
    /// <param name="scope">The model.</param>
    /// <param name="reader">At the row.</param>
    /// <param name="ordinal">The position of the value.</param>
    /// <param name="live">The column as it is.</param>
    /// <param name="mapping">How the model writes values of the column.</param>
    /// <param name="isExact">Whether a text stays as it is, where the model would write its value in other words.</param>
    public static SeedValue Read(
        ModelScope scope, DbDataReader reader, int ordinal, Column live, RelationalTypeMapping mapping, bool isExact = false)
    {
        if (reader.IsDBNull(ordinal))
            return Value(live.Name, mapping, null);
        var type = Nullable.GetUnderlyingType(TypeOf(mapping)) ?? TypeOf(mapping);
        var own = reader.GetValue(ordinal);
        if (own is string padded && type == typeof(string) && scope.Dialect.IgnoresTrailingBlanks(live.Type))
            return Value(live.Name, mapping, padded.TrimEnd(' '));
        if (AsMapped(reader, ordinal, own, type, live.Name, mapping, isExact) is { } read)
            return read;
        if (EnumLabels.Read(own, type, mapping) is { } enumerated)
            return Value(live.Name, mapping, enumerated);

        // A number that becomes a text is that text; else what it holds differs, whatever it is.
        var ownMapping = scope.TypeMappings.FindMapping(own.GetType(), live.Type.Text) ?? scope.TypeMappings.FindMapping(live.Type.Text);
        if ((type != typeof(string) || own is not IConvertible) && ownMapping is not null && TypeOf(ownMapping) == own.GetType())
            return Value(live.Name, ownMapping, own);
        var text = Convert.ToString(own, CultureInfo.InvariantCulture) ?? "";
        return new SeedValue(live.Name, SqlQuote.Text(text)) { Value = new Hint<object>(own) };
    }

    /// <summary>The value as the mapping's type; <see langword="null"/> where the live column has, or holds, another one.</summary>
    private static SeedValue? AsMapped(
        DbDataReader reader, int ordinal, object own, Type type, string column, RelationalTypeMapping mapping, bool isExact)
    {
        // Bytes are no text, nor texts bytes, though providers read the one as the other; and SQLite makes one of the other in the row that
        // it reads: https://www.sqlite.org/c3ref/column_blob.html
        if (own is byte[] != (type == typeof(byte[])))
            return null;
        try
        {
            var value = getFieldValue.MakeGenericMethod(type).Invoke(reader, [ordinal])!; // not NULL
            var read = Value(column, mapping, value);
            return IsCut(own, value)
                || (isExact
                    && own is string exact
                    && (value is char || !string.Equals(read.Literal, SqlQuote.Text(exact), StringComparison.Ordinal)))
                ? null
                : read;
        }
        catch (TargetInvocationException exception)
            when (exception.InnerException is InvalidCastException or FormatException or OverflowException or ArgumentException)
        {
            return null;
        }
        catch (ArgumentException)
        {
            // What is there has no literal: a time without a zone, where the model's has one.
            return null;
        }
    }

    /// <summary>The type in which a mapping's values are stored.</summary>
    public static Type TypeOf(RelationalTypeMapping mapping) => mapping.Converter?.ProviderClrType ?? mapping.ClrType;

    // Providers read 1.5 as the whole number 1 when they are asked for one, and a date as a number of days; and SQLite reads any text as a
    // number, a letter or a truth value, and a number as a letter or a time.
    private static bool IsCut(object own, object value)
    {
        var culture = CultureInfo.InvariantCulture;
        var isWhole = value is byte or sbyte or short or ushort or int or uint or long or ulong;
        return own switch
        {
            long or double when value is char or DateTime or DateOnly or TimeOnly or TimeSpan or DateTimeOffset => true,
            decimal or double or float when isWhole => Convert.ToDouble(own, culture) != Convert.ToDouble(value, culture),
            DateTime or DateOnly or TimeOnly or TimeSpan or DateTimeOffset => isWhole,
            string text when value is char letter => text is not [var only] || only != letter,
            string text when isWhole => !string.Equals(text, Convert.ToString(value, culture), StringComparison.Ordinal),
            string text when value is bool or double or float
                => !double.TryParse(text, NumberStyles.Float, culture, out var number) || number != Convert.ToDouble(value, culture),
            _ => false,
        };
    }

    /// <summary>The key of a row in one text.</summary>
    public static string KeyText(IEnumerable<SeedValue> key) => string.Join(", ", key.Select(value => value.Literal));
}

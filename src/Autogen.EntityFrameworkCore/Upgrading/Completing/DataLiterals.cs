using System.Globalization;
using Autogen.Schema;
using Microsoft.EntityFrameworkCore.Storage;

namespace Autogen.Upgrading.Completing;

/// <summary>Values of a data operation as SQL.</summary>
internal sealed class DataLiterals(IRelationalTypeMappingSource mappings)
{
    /// <summary>A value as a literal for a column.</summary>
    /// <param name="table">The column's table, for messages.</param>
    /// <param name="column">The column's name, for messages.</param>
    /// <param name="value">The value.</param>
    /// <param name="type">The column's store type; <see langword="null"/> where it is not known.</param>
    /// <exception cref="AutogenException">
    /// <see cref="ErrorCode.RevisionInvalid"/>: the value does not fit the column, or means different things in columns of different types.
    /// </exception>
    public string Of(string table, string column, object? value, string? type)
    {
        if (value is null or DBNull)
            return "NULL";
        if (type is null && !MeansTheSameInEveryColumn(value))
        {
            throw new AutogenException(
                ErrorCode.RevisionInvalid,
                $"The type of column '{table}.{column}' is not known without a database, and a {value.GetType().Name} is written "
                    + "differently for different types. Give the operation its column types: columnTypes (keyColumnTypes for a key).");
        }

        try
        {
            return Literal(value, type);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or InvalidCastException
            or FormatException or OverflowException or NotSupportedException)
        {
            throw new AutogenException(
                ErrorCode.RevisionInvalid,
                $"The {value.GetType().Name} for column '{table}.{column}' can't be written as {type ?? "a literal"}: {exception.Message}",
                exception);
        }
    }

    // A string takes the column's type: PostgreSQL as an untyped literal, SQLite by affinity. A column of texts has an enum's name: numbers
    // are what EF Core stores otherwise.
    private string Literal(object value, string? type)
    {
        if (value is Enum constant && type is not null && mappings.FindMapping(type)?.ClrType == typeof(string))
            value = constant.ToString();
        if (value is string text)
            return mappings.GetMapping(typeof(string)).GenerateSqlLiteral(text);
        if (type is not null && mappings.FindMapping(value.GetType(), type) is { } mapping)
        {
            RequireWhole(value, type, mapping);
            return mapping.GenerateSqlLiteral(value);
        }

        return (mappings.FindMapping(value.GetType())
            ?? throw new InvalidOperationException(
                $"the provider has no store type for {value.GetType().Name}. Give the value as a string or a number."))
            .GenerateSqlLiteral(value);
    }

    // EF Core's converters between numbers are plain casts: 3000000000 would be written as -1294967296.
    private static void RequireWhole(object value, string type, RelationalTypeMapping mapping)
    {
        if (mapping.Converter is { } converter && !Equals(converter.ConvertFromProvider(converter.ConvertToProvider(value)), value))
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{value} is not a value of {type}."));
    }

    private static bool MeansTheSameInEveryColumn(object value)
        => value is string or char or bool or Guid or byte[] or sbyte or byte or short or ushort or int or uint or long or ulong or decimal
            or float or double;
}

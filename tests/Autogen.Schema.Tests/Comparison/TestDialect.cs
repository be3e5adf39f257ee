using System.Data.Common;
using Autogen.Schema.Comparison;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Schema.Refusals;
using Autogen.Schema.Statistics;

namespace Autogen.Schema.Tests.Comparison;

/// <summary>A database of the tests' own, so that they are about the comparison and not about a real database's rules.</summary>
internal sealed class TestDialect : Dialect
{
    /// <summary>One that has everything.</summary>
    public static TestDialect Rich { get; } = new(hasEverything: true);

    /// <summary>One that has little, like SQLite: names without case, no comments, generated columns without a type.</summary>
    public static TestDialect Poor { get; } = new(hasEverything: false);

    private readonly bool hasEverything;
    private readonly bool ignoresQuotes;

    private TestDialect(bool hasEverything, bool ignoresQuotes = false)
    {
        this.hasEverything = hasEverything;
        this.ignoresQuotes = ignoresQuotes;
    }

    /// <summary>The dialect whose server quotes names only where it must, and so has the same text however a rename was written.</summary>
    public TestDialect IgnoringQuotes => new(hasEverything, ignoresQuotes: true);

    public override string Name => "Test";

    internal override string ShortName => "test";

    public override string ProviderName => "Test.Provider";

    public override Capabilities Capabilities => new()
    {
        Schemas = hasEverything,
        Sequences = hasEverything,
        EnumTypes = hasEverything,
        Extensions = hasEverything,
        Comments = hasEverything,
        IndexMethods = hasEverything,
        AltersInPlace = hasEverything,
        GeneratedColumnsAreTyped = hasEverything,
        ConstraintsAreNamed = hasEverything,
    };

    public override string CanonicalType(string storeType)
        => string.Equals(storeType, "int4", StringComparison.Ordinal) ? "integer" : storeType;

    public override bool SameName(string current, string target)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(target);
        return hasEverything ? base.SameName(current, target) : string.Equals(current, target, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A type that begins with a question mark can't be told from another one.</summary>
    public override FacetAnswer SameType(StoreType current, StoreType target)
        => Equals(current, target) ? FacetAnswer.Same
            : current.Text.StartsWith('?') || target.Text.StartsWith('?') ? FacetAnswer.Unknown("the type is not known")
            : FacetAnswer.Different("the types differ");

    /// <summary>An expression that begins with a question mark can't be told from another one.</summary>
    public override FacetAnswer SameExpression(SqlExpression current, SqlExpression target)
        => current.Equals(target) || (ignoresQuotes && string.Equals(Unquoted(current), Unquoted(target), StringComparison.Ordinal))
            ? FacetAnswer.Same
            : current.Text.StartsWith('?') || target.Text.StartsWith('?') ? FacetAnswer.Unknown("the server was not asked")
            : FacetAnswer.Different("the expressions differ");

    public override bool IsBackfillDefault(Column column) => column.Default?.Text is "''" or "0" or "FALSE";

    public override bool IsBackfillDefault(Column column, DatabaseSchema schema)
        => IsBackfillDefault(column)
            || schema.EnumTypes.Any(type => string.Equals(type.Name.ToString(), column.Type.Text, StringComparison.Ordinal)
                && string.Equals($"'{type.Labels[0]}'", column.Default?.Text, StringComparison.Ordinal));

    public override string? BackfillValue(Column column, DatabaseSchema schema) => throw new NotSupportedException();

    public override TypeConversion Conversion(Column current, Column target, DatabaseSchema currentSchema, DatabaseSchema targetSchema)
        => throw new NotSupportedException();

    public override string Quote(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Unquoted(SqlExpression expression) => expression.Text.Replace("\"", "", StringComparison.Ordinal);

    internal override Task<DatabaseStatistics> ReadStatisticsAsync(
        DbConnection connection, RowCounting counting, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    internal override Task<DatabaseSchema> ReadAsync(DbConnection connection, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    internal override Task<IReadOnlyList<Refusal>> FindRefusalsAsync(
        DbConnection connection, NewParts parts, CancellationToken cancellationToken) => throw new NotSupportedException();

    internal override Task<NormalisedSchemas> NormaliseAsync(
        DbConnection connection, DatabaseSchema current, DatabaseSchema target, CancellationToken cancellationToken)
        => throw new NotSupportedException();
}

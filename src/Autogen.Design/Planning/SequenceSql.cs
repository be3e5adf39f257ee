using System.Globalization;
using System.Text;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning;

/// <summary>Options of sequences as SQL.</summary>
internal static class SequenceSql
{
    /// <summary>The options of a <c>CREATE SEQUENCE</c> that are not the database's own choice, each with a space before it.</summary>
    public static string ForCreate(SequenceOptions options)
    {
        var sql = new StringBuilder();
        if (options.Start is { } start)
            sql.Append(CultureInfo.InvariantCulture, $" START WITH {start}");
        if (options.Increment != 1)
            sql.Append(CultureInfo.InvariantCulture, $" INCREMENT BY {options.Increment}");
        if (options.Minimum is { } minimum)
            sql.Append(CultureInfo.InvariantCulture, $" MINVALUE {minimum}");
        if (options.Maximum is { } maximum)
            sql.Append(CultureInfo.InvariantCulture, $" MAXVALUE {maximum}");
        if (options.Cache != 1)
            sql.Append(CultureInfo.InvariantCulture, $" CACHE {options.Cache}");
        if (options.IsCyclic)
            sql.Append(" CYCLE");
        return sql.ToString();
    }

    /// <summary>The options that differ, each with a space and a word before it (an identity column's <c>SET</c>).</summary>
    public static string ForAlter(
        StoreType currentType, SequenceOptions current, StoreType targetType, SequenceOptions target, string word = "")
    {
        // A bound that is the database's own choice stays what it was when the type or the direction changes.
        var (old, bounds) = (SequenceBounds.Of(currentType, current), SequenceBounds.Of(targetType, target));
        var sql = new StringBuilder();
        if (current.Increment != target.Increment)
            sql.Append(CultureInfo.InvariantCulture, $" {word}INCREMENT BY {target.Increment}");
        if (old.Minimum != bounds.Minimum)
            sql.Append(' ')
                .Append(word)
                .Append(target.Minimum is { } minimum ? string.Create(CultureInfo.InvariantCulture, $"MINVALUE {minimum}") : "NO MINVALUE");
        if (old.Maximum != bounds.Maximum)
            sql.Append(' ')
                .Append(word)
                .Append(target.Maximum is { } maximum ? string.Create(CultureInfo.InvariantCulture, $"MAXVALUE {maximum}") : "NO MAXVALUE");

        // RESTART would only move the counter; START is what the catalogue keeps.
        if (old.Start != bounds.Start)
            sql.Append(CultureInfo.InvariantCulture, $" {word}START WITH {bounds.Start}");
        if (current.Cache != target.Cache)
            sql.Append(CultureInfo.InvariantCulture, $" {word}CACHE {target.Cache}");
        if (current.IsCyclic != target.IsCyclic)
            sql.Append(' ').Append(word).Append(target.IsCyclic ? "CYCLE" : "NO CYCLE");
        return sql.ToString();
    }
}

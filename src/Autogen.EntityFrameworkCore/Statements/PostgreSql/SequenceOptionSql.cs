using System.Globalization;
using System.Text;
using Autogen.Operations;

namespace Autogen.Statements.PostgreSql;

/// <summary>Options of sequences as SQL, each with a space before it.</summary>
internal static class SequenceOptionSql
{
    /// <summary>The options of a new sequence that are not the database's own choice.</summary>
    public static string Of(ISequenceDefinition sequence)
    {
        var sql = new StringBuilder();
        if (sequence.StartValue is { } start)
            sql.Append(CultureInfo.InvariantCulture, $" START WITH {start}");
        if (sequence.IncrementBy != 1)
            sql.Append(CultureInfo.InvariantCulture, $" INCREMENT BY {sequence.IncrementBy}");
        if (sequence.MinValue is { } minimum)
            sql.Append(CultureInfo.InvariantCulture, $" MINVALUE {minimum}");
        if (sequence.MaxValue is { } maximum)
            sql.Append(CultureInfo.InvariantCulture, $" MAXVALUE {maximum}");
        if (sequence.Cache != 1)
            sql.Append(CultureInfo.InvariantCulture, $" CACHE {sequence.Cache}");
        if (sequence.Cyclic)
            sql.Append(" CYCLE");
        return sql.ToString();
    }

    /// <summary>The options that change.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="word">What precedes each option: <c>SET </c> for an identity column, nothing for a sequence.</param>
    public static string Of(ISequenceChanges changes, string word = "")
    {
        var sql = new StringBuilder();
        void Add(string option, long? value)
        {
            if (value is { } number)
                sql.Append(CultureInfo.InvariantCulture, $" {word}{option} {number}");
        }

        if (changes.Type is { } type)
            sql.Append(" AS ").Append(type);
        Add("INCREMENT BY", changes.IncrementBy);
        if (changes.NoMinValue)
            sql.Append(' ').Append(word).Append("NO MINVALUE");
        Add("MINVALUE", changes.MinValue);
        if (changes.NoMaxValue)
            sql.Append(' ').Append(word).Append("NO MAXVALUE");
        Add("MAXVALUE", changes.MaxValue);

        // RESTART would only move the counter; START is what the catalogue keeps.
        Add("START WITH", changes.StartValue);
        Add("CACHE", changes.Cache);
        if (changes.Cyclic is { } cyclic)
            sql.Append(' ').Append(word).Append(cyclic ? "CYCLE" : "NO CYCLE");
        if (changes.RestartWith is { } restart)
            sql.Append(CultureInfo.InvariantCulture, $" RESTART WITH {restart}");
        return sql.ToString();
    }
}

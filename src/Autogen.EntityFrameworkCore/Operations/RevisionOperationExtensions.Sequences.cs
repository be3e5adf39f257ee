using Autogen.Operations;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen;

// Sequences of PostgreSQL, and how they number rows.
public static partial class RevisionOperationExtensions
{
    /// <summary>Creates a sequence with what EF Core's <c>CreateSequence</c> can't express.</summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="name">The sequence's name.</param>
    /// <param name="type">The store type: <c>smallint</c>, <c>integer</c>, <c>bigint</c>.</param>
    /// <param name="schema">The sequence's schema; the default one if omitted.</param>
    /// <param name="startValue">The first value; the lowest (ascending) or the highest (descending) if omitted.</param>
    /// <param name="incrementBy">The step; negative for a descending sequence.</param>
    /// <param name="minValue">The lowest value; the type's if omitted.</param>
    /// <param name="maxValue">The highest value; the type's if omitted.</param>
    /// <param name="cache">How many values a session takes at once.</param>
    /// <param name="cyclic">Whether it begins again at its end.</param>
    /// <param name="unlogged">Whether it is not written to the log (PostgreSQL 15 and later).</param>
    public static void CreateTypedSequence(
        this MigrationBuilder op,
        string name,
        string type,
        string? schema = null,
        long? startValue = null,
        long incrementBy = 1,
        long? minValue = null,
        long? maxValue = null,
        long cache = 1,
        bool cyclic = false,
        bool unlogged = false)
        => op.Add(new CreateTypedSequenceOperation
        {
            Name = name,
            Schema = schema,
            Type = type,
            StartValue = startValue,
            IncrementBy = incrementBy,
            MinValue = minValue,
            MaxValue = maxValue,
            Cache = cache,
            Cyclic = cyclic,
            Unlogged = unlogged,
        });

    /// <summary>Changes options of a sequence; those that are omitted keep their values.</summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="name">The sequence's name.</param>
    /// <param name="schema">The sequence's schema; the default one if omitted.</param>
    /// <param name="type">The new store type.</param>
    /// <param name="incrementBy">The new step.</param>
    /// <param name="minValue">The new lowest value.</param>
    /// <param name="noMinValue">Whether the lowest value becomes the type's.</param>
    /// <param name="maxValue">The new highest value.</param>
    /// <param name="noMaxValue">Whether the highest value becomes the type's.</param>
    /// <param name="startValue">The new first value; it does not move the counter.</param>
    /// <param name="cache">How many values a session takes at once.</param>
    /// <param name="cyclic">Whether it begins again at its end.</param>
    /// <param name="restartWith">The value that the counter is set to; it stays if omitted.</param>
    public static void SetSequenceOptions(
        this MigrationBuilder op,
        string name,
        string? schema = null,
        string? type = null,
        long? incrementBy = null,
        long? minValue = null,
        bool noMinValue = false,
        long? maxValue = null,
        bool noMaxValue = false,
        long? startValue = null,
        long? cache = null,
        bool? cyclic = null,
        long? restartWith = null)
        => op.Add(new SetSequenceOptionsOperation
        {
            Name = name,
            Schema = schema,
            Type = type,
            IncrementBy = incrementBy,
            MinValue = minValue,
            NoMinValue = noMinValue,
            MaxValue = maxValue,
            NoMaxValue = noMaxValue,
            StartValue = startValue,
            Cache = cache,
            Cyclic = cyclic,
            RestartWith = restartWith,
        });

    /// <summary>Gives a sequence to a column, with which it is dropped, or takes it from its column.</summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="name">The sequence's name.</param>
    /// <param name="table">The column's table, in the sequence's schema; no owner if omitted.</param>
    /// <param name="column">The column; no owner if omitted.</param>
    /// <param name="schema">The schema of both; the default one if omitted.</param>
    public static void SetSequenceOwner(
        this MigrationBuilder op, string name, string? table = null, string? column = null, string? schema = null)
        => op.Add(new SetSequenceOwnerOperation { Name = name, Schema = schema, Table = table, Column = column });

    /// <summary>Moves the counter of a sequence into bounds that it is about to get; within them it stays where it is.</summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="minValue">The lowest value.</param>
    /// <param name="maxValue">The highest value.</param>
    /// <param name="sequence">The sequence; the one that numbers <paramref name="column"/> if omitted.</param>
    /// <param name="table">The column's table.</param>
    /// <param name="column">The column.</param>
    /// <param name="schema">The schema of the sequence or the table; the default one if omitted.</param>
    public static void KeepCounterWithin(
        this MigrationBuilder op,
        long minValue,
        long maxValue,
        string? sequence = null,
        string? table = null,
        string? column = null,
        string? schema = null)
        => op.Add(new KeepCounterWithinOperation
        {
            MinValue = minValue,
            MaxValue = maxValue,
            Sequence = sequence,
            Table = table,
            Column = column,
            Schema = schema,
        });

    /// <summary>Lets a sequence that was never used begin at a value.</summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="startValue">The first value.</param>
    /// <param name="sequence">The sequence; the one that numbers <paramref name="column"/> if omitted.</param>
    /// <param name="table">The column's table.</param>
    /// <param name="column">The column.</param>
    /// <param name="schema">The schema of the sequence or the table; the default one if omitted.</param>
    public static void StartUnusedCounter(
        this MigrationBuilder op,
        long startValue,
        string? sequence = null,
        string? table = null,
        string? column = null,
        string? schema = null)
        => op.Add(new StartUnusedCounterOperation
        {
            StartValue = startValue,
            Sequence = sequence,
            Table = table,
            Column = column,
            Schema = schema,
        });

    /// <summary>Sets the counter of a column's sequence behind the highest number of its rows, and never back.</summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="descending">Whether the sequence descends: the counter then goes below the lowest number.</param>
    /// <param name="schema">The table's schema; the default one if omitted.</param>
    public static void MoveCounterBehindRows(
        this MigrationBuilder op, string table, string column, bool descending = false, string? schema = null)
        => op.Add(new MoveCounterBehindRowsOperation { Table = table, Schema = schema, Column = column, Descending = descending });

    /// <summary>
    /// Sets the counter of a sequence behind the highest number in a column (of a descending one: the lowest), to a number that the
    /// sequence would give, and never back. Where several tables have keys of one sequence, call it for each.
    /// </summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="sequence">The sequence.</param>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="sequenceSchema">The sequence's schema; the default one if omitted.</param>
    /// <param name="schema">The table's schema; the default one if omitted.</param>
    public static void MoveSequenceBehindRows(
        this MigrationBuilder op, string sequence, string table, string column, string? sequenceSchema = null, string? schema = null)
        => op.Add(new MoveSequenceBehindRowsOperation
        {
            Sequence = sequence,
            SequenceSchema = sequenceSchema,
            Table = table,
            Schema = schema,
            Column = column,
        });

    /// <summary>Gives rows that have no number in a column those after the highest.</summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="schema">The table's schema; the default one if omitted.</param>
    public static void NumberRows(this MigrationBuilder op, string table, string column, string? schema = null)
        => op.Add(new NumberRowsOperation { Table = table, Schema = schema, Column = column });
}

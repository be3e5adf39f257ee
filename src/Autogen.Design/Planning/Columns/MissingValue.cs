using System.Globalization;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Columns;

/// <summary>A column that existing rows need a value in which only a person knows.</summary>
/// <param name="Table">The table's target name.</param>
/// <param name="Column">The column's target name.</param>
/// <param name="Reason">Why no value is known, as the end of a sentence: <c>it refers to 'customers'</c>.</param>
internal sealed record MissingValue(ObjectName Table, string Column, string Reason)
{
    /// <summary>The column as it is in the database; <see langword="null"/> if it is new, so that all rows need a value.</summary>
    public string? CurrentColumn { get; init; }

    /// <summary>The table as it is in the database.</summary>
    public required ObjectName CurrentTable { get; init; }

    /// <summary>The value that all rows get although they must differ; <see langword="null"/> if they get none.</summary>
    public string? EqualValue { get; init; }

    /// <summary>The number of the table's rows that the model has a value for (<c>HasData</c>).</summary>
    public int SeededRows { get; init; }

    /// <summary>How many rows make the revision fail; <see langword="null"/> if they were not counted.</summary>
    public RowCount? Rows { get; init; }

    /// <summary>What <c>--backfill</c> calls the column.</summary>
    public string Option => $"{Table}.{Column}";

    /// <summary>The question for a person.</summary>
    public string Question => $"Rows of '{Table}' need a value for '{Column}'. Which SQL expression?";

    /// <summary>The danger, in words.</summary>
    public Risk ToRisk() => new(RiskKind.MayFail, Message) { Missing = this };

    private string Message
    {
        get
        {
            if (EqualValue is not null)
                return $"fails if table '{Table}' has more than one row{Rows}: all get {EqualValue} in '{Column}', and {Reason}: "
                    + $"give each its own (--backfill {Option}=SQL)";
            var others = SeededRows == 0 ? "" : " beside those of the model";
            return CurrentColumn is null
                ? $"fails if table '{Table}' has rows{others}{Rows}: '{Table}.{Column}' is required and has no default, and {Reason}: "
                    + $"give it one (--backfill {Option}=SQL, or HasDefaultValueSql)"
                : $"fails if rows of '{Table}'{others} have no value in '{Column}'{Rows}, and {Reason}: "
                    + $"give them one (--backfill {Option}=SQL)";
        }
    }
}

/// <summary>How many rows there are.</summary>
/// <param name="Number">The number.</param>
/// <param name="Kind">How exact it is.</param>
internal sealed record RowCount(long Number, RowCountKind Kind)
{
    /// <summary>The number for people, behind a blank and in brackets.</summary>
    public override string ToString()
    {
        var qualified = Kind switch
        {
            RowCountKind.Estimate => "about ",
            RowCountKind.AtLeast => "at least ",
            _ => "",
        };
        var number = Number == 0 ? "no" : Number.ToString("N0", CultureInfo.InvariantCulture);
        return $" ({qualified}{number} {(Number == 1 ? "row" : "rows")} at present)";
    }
}

/// <summary>How exact a number of rows is.</summary>
internal enum RowCountKind
{
    /// <summary>All rows were counted.</summary>
    Exact,

    /// <summary>Counting ended at a limit.</summary>
    AtLeast,

    /// <summary>The database's own estimate.</summary>
    Estimate,
}

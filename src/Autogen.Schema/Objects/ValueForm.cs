namespace Autogen.Schema.Objects;

/// <summary>What the values of a property are, whatever they are stored as.</summary>
internal enum ValueKind
{
    /// <summary>Not known: a converter of the application's own, or a type without several forms.</summary>
    Unknown,

    /// <summary>One of few values: an enumeration, a combination of a few flags, or a boolean.</summary>
    Finite,

    /// <summary>A <see cref="System.Guid"/>.</summary>
    Guid,

    /// <summary>A <see cref="System.TimeSpan"/>, or a time of day where the database stores both alike.</summary>
    TimeSpan,

    /// <summary>A <see cref="System.DateTime"/>.</summary>
    DateTime,

    /// <summary>A <see cref="System.DateTimeOffset"/>.</summary>
    DateTimeOffset,

    /// <summary>A <see cref="System.DateOnly"/>.</summary>
    DateOnly,

    /// <summary>A <see cref="System.Decimal"/>.</summary>
    Decimal,

    /// <summary>A <see cref="System.Char"/>.</summary>
    Char,
}

/// <summary>How the values of a property are stored.</summary>
/// <param name="Kind">What the values are.</param>
/// <param name="Form">The form, one of <see cref="ValueForms"/>; empty where it is not known, or where members tell it.</param>
internal sealed record ValueForm(ValueKind Kind, string Form = "")
{
    /// <summary>The values of a finite kind.</summary>
    public EquatableList<StoredMember> Members { get; init; } = [];

    /// <summary>Values of a live column that are not of this form, as SQL; the first few.</summary>
    public EquatableList<string> Others { get; init; } = [];

    /// <summary>Whether values of a live column were read.</summary>
    public bool IsObserved { get; init; }

    /// <summary>Whether the live rows permit another form, too.</summary>
    public bool IsGuess { get; init; }

    /// <summary>What the model says in <c>Convert</c>: SQL over the old column.</summary>
    public string? Conversion { get; init; }

    /// <summary>What it says for the way back.</summary>
    public string? Reverse { get; init; }

    /// <summary>The CLR type's default value, for people: <c>0</c>, <c>False</c>; <see langword="null"/> where it is not known.</summary>
    public string? ClrDefault { get; init; }
}

/// <summary>One value of a finite kind.</summary>
/// <param name="Name">What it is called in the model; an alias has an entry of its own, after the name that EF Core writes.</param>
/// <param name="Number">Its number.</param>
/// <param name="Literal">What is stored, as SQL.</param>
internal sealed record StoredMember(string Name, string Number, string Literal);

/// <summary>The forms that are known.</summary>
internal static class ValueForms
{
    /// <summary>The database's own type of such values.</summary>
    public const string Native = "native";

    /// <summary>The text that EF Core writes.</summary>
    public const string Text = "text";

    /// <summary>That text in capital letters.</summary>
    public const string UpperText = "upper text";

    /// <summary>Digits without hyphens.</summary>
    public const string Digits = "digits";

    /// <summary>Bytes in the order of .NET.</summary>
    public const string Bytes = "bytes";

    /// <summary>A number.</summary>
    public const string Number = "number";

    /// <summary>What <c>ToBinary</c> makes of a time.</summary>
    public const string Binary = "binary";

    /// <summary>Units of time, by the number of their ticks.</summary>
    public static IReadOnlyDictionary<string, long> Units { get; } = new Dictionary<string, long>(StringComparer.Ordinal)
    {
        ["ticks"] = 1,
        ["microseconds"] = TimeSpan.TicksPerMicrosecond,
        ["milliseconds"] = TimeSpan.TicksPerMillisecond,
        ["seconds"] = TimeSpan.TicksPerSecond,
        ["minutes"] = TimeSpan.TicksPerMinute,
        ["hours"] = TimeSpan.TicksPerHour,
        ["days"] = TimeSpan.TicksPerDay,
    };

    /// <summary>Unix times, by the number of ticks of their unit.</summary>
    public static IReadOnlyDictionary<string, long> UnixUnits { get; } = new Dictionary<string, long>(StringComparer.Ordinal)
    {
        ["Unix seconds"] = TimeSpan.TicksPerSecond,
        ["Unix milliseconds"] = TimeSpan.TicksPerMillisecond,
    };
}

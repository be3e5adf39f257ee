namespace Autogen.Schema.Statistics;

/// <summary>How large a database is and how it is used, at a moment. What a database does not tell is <see langword="null"/>.</summary>
internal sealed record DatabaseStatistics
{
    /// <summary>The database's kind: <c>postgresql</c>, <c>sqlite</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>The server's or the library's version.</summary>
    public required string ServerVersion { get; init; }

    /// <summary>The database's name: of a file without its folder.</summary>
    public required string Database { get; init; }

    /// <summary>The size on disk in bytes.</summary>
    public long? Bytes { get; init; }

    /// <summary>The bytes of it that hold nothing (SQLite's freelist).</summary>
    public long? FreeBytes { get; init; }

    /// <summary>The extensions, by name.</summary>
    public IReadOnlyList<ExtensionVersion> Extensions { get; init; } = [];

    /// <summary>The tables and materialized views, by schema and name.</summary>
    public IReadOnlyList<TableStatistics> Tables { get; init; } = [];
}

/// <summary>An extension.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
internal sealed record ExtensionVersion(string Name, string Version);

/// <summary>A table.</summary>
internal sealed record TableStatistics
{
    /// <summary>Its schema; <see langword="null"/> where the database has none.</summary>
    public string? Schema { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>How many rows it has; <see langword="null"/> where nothing is known.</summary>
    public long? Rows { get; init; }

    /// <summary>Whether <see cref="Rows"/> is the database's estimate and not a count.</summary>
    public bool IsEstimate { get; init; }

    /// <summary>The bytes of the rows, without values that are stored elsewhere.</summary>
    public long? HeapBytes { get; init; }

    /// <summary>The bytes of values that are too long for a row (PostgreSQL's TOAST, with its index).</summary>
    public long? ToastBytes { get; init; }

    /// <summary>The bytes of the indexes.</summary>
    public long? IndexBytes { get; init; }

    /// <summary>How often the whole table was read, since the server's counters were reset.</summary>
    public long? SequentialScans { get; init; }

    /// <summary>How often an index of it was used.</summary>
    public long? IndexScans { get; init; }

    /// <summary>Row versions that nobody sees and that are not removed yet, as the server estimates them.</summary>
    public long? DeadRows { get; init; }

    /// <summary>When it was last vacuumed, by whomever: UTC, ISO 8601.</summary>
    public string? LastVacuum { get; init; }

    /// <summary>When it was last analysed, by whomever: UTC, ISO 8601.</summary>
    public string? LastAnalyze { get; init; }

    /// <summary>Its indexes, by name.</summary>
    public IReadOnlyList<IndexStatistics> Indexes { get; init; } = [];

    /// <summary>All bytes, as far as they are known.</summary>
    public long? TotalBytes() => HeapBytes is null ? null : HeapBytes + (ToastBytes ?? 0) + (IndexBytes ?? 0);

    /// <summary>The name with its schema.</summary>
    public string FullName() => Schema is null ? Name : $"{Schema}.{Name}";
}

/// <summary>An index.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsUnique">Whether it is of a unique index, a key or a unique constraint.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Scans">How often it was used, since the server's counters were reset.</param>
internal sealed record IndexStatistics(string Name, bool IsUnique, long? Bytes, long? Scans);

/// <summary>Which rows are counted.</summary>
internal enum RowCounting
{
    /// <summary>Those of tables that are read in a moment; others are estimated where the database has an estimate.</summary>
    Small,

    /// <summary>All of them, however long it takes.</summary>
    All,
}

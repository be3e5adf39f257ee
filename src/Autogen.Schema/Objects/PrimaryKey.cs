namespace Autogen.Schema.Objects;

/// <summary>A table's primary key.</summary>
/// <param name="Name">The constraint's name; <see langword="null"/> where SQLite's table gives it none.</param>
/// <param name="Columns">The columns in key order.</param>
public sealed record PrimaryKey(string? Name, EquatableList<string> Columns);

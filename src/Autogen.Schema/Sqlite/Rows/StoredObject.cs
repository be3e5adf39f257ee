namespace Autogen.Schema.Sqlite.Rows;

/// <summary>A row of <c>Queries/objects.sql</c>.</summary>
/// <param name="Type"><c>table</c>, <c>index</c>, <c>view</c> or <c>trigger</c>.</param>
/// <param name="Name">The object's name.</param>
/// <param name="Table">The table that it belongs to.</param>
/// <param name="Sql">The statement that made it, as SQLite stores it.</param>
internal sealed record StoredObject(string Type, string Name, string Table, string Sql);

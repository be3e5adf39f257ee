using Autogen.Schema.Objects;

namespace Autogen;

/// <summary>An object of a database or of the model, for <see cref="IAutogenEnvironment.Include"/>.</summary>
public sealed record SchemaObject
{
    /// <summary>What kind of object it is.</summary>
    public required ObjectKind Kind { get; init; }

    /// <summary>
    /// The schema that it, or its table, is in; <see langword="null"/> for the connection's default schema (PostgreSQL's
    /// <c>current_schema()</c>), always on SQLite, and for what is in none.
    /// </summary>
    public string? Schema { get; init; }

    /// <summary>The table that it is a part of; of a table itself the table's own name; else <see langword="null"/>.</summary>
    public string? Table { get; init; }

    /// <summary>
    /// Its own name, without schema and table, as the database stores it; of a row its key (<c>id = 1</c>); <see langword="null"/> for a
    /// constraint of a SQLite table that has none.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>True if it was read from the database, false if it is the model's (Alembic's <c>reflected</c>).</summary>
    public bool IsReflected { get; init; }

    /// <summary>
    /// Whether the other side has it, too (Alembic's <c>compare_to</c>). A row of the model never has: rows are read later.
    /// </summary>
    public bool HasCounterpart { get; init; }

    /// <summary>The object for people: <c>index 'ix_orders_customer_id' on 'orders' ('customer_id')</c>.</summary>
    public required string Text { get; init; }

    /// <summary>The same as <see cref="Text"/>.</summary>
    public override string ToString() => Text;
}

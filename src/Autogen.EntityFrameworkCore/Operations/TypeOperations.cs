namespace Autogen.Operations;

/// <summary>Creates an enumerated type (<c>CREATE TYPE … AS ENUM</c>).</summary>
public sealed class CreateEnumOperation : NamedStatementOperation
{
    /// <summary>The values (labels), in their order.</summary>
    public required IReadOnlyList<string> Values { get; init; }
}

/// <summary>
/// Adds a value to an enumerated type (<c>ALTER TYPE … ADD VALUE</c>). The transaction that adds it can't use it.
/// </summary>
public sealed class AddEnumValueOperation : NamedStatementOperation
{
    /// <summary>The new value.</summary>
    public required string Value { get; init; }

    /// <summary>The value that it precedes; <see langword="null"/> if its place is given by <see cref="After"/>, or is the end.</summary>
    public string? Before { get; init; }

    /// <summary>The value that it follows; <see langword="null"/> if its place is given by <see cref="Before"/>, or is the end.</summary>
    public string? After { get; init; }
}

/// <summary>Renames a value of an enumerated type; rows keep it under the new name.</summary>
public sealed class RenameEnumValueOperation : NamedStatementOperation
{
    /// <summary>The value's current name.</summary>
    public required string Value { get; init; }

    /// <summary>The value's new name.</summary>
    public required string NewValue { get; init; }
}

/// <summary>Creates a range type.</summary>
public sealed class CreateRangeTypeOperation : NamedStatementOperation
{
    /// <summary>SQL between the brackets of <c>CREATE TYPE … AS RANGE (…)</c>: <c>SUBTYPE = time</c>.</summary>
    public required string Definition { get; init; }
}

/// <summary>Renames a type, moves it to another schema, or both. Columns keep it.</summary>
public sealed class RenameTypeOperation : NamedStatementOperation
{
    /// <summary>The new name; <see langword="null"/> if it keeps its name.</summary>
    public string? NewName { get; init; }

    /// <summary>The new schema; <see langword="null"/> if it keeps its schema.</summary>
    public string? NewSchema { get; init; }
}

/// <summary>Drops a type that nothing uses any more.</summary>
public sealed class DropTypeOperation : NamedStatementOperation
{
}

/// <summary>Creates a collation.</summary>
public sealed class CreateCollationOperation : NamedStatementOperation
{
    /// <summary>SQL between the brackets of <c>CREATE COLLATION … (…)</c>: <c>PROVIDER = icu, LOCALE = 'de-u-co-phonebk'</c>.</summary>
    public required string Definition { get; init; }
}

/// <summary>Drops a collation that nothing uses any more.</summary>
public sealed class DropCollationOperation : NamedStatementOperation
{
}

/// <summary>Creates an extension, with those that it requires, unless it exists.</summary>
public sealed class CreateExtensionOperation : NamedStatementOperation
{
    /// <summary>The version; <see langword="null"/> for the server's default.</summary>
    public string? Version { get; init; }
}

/// <summary>Drops an extension that nothing uses any more.</summary>
public sealed class DropExtensionOperation : StatementOperation
{
    /// <summary>The extension.</summary>
    public required string Name { get; init; }
}

/// <summary>Refuses to go on where names without a schema do not mean a certain one.</summary>
public sealed class RequireDefaultSchemaOperation : StatementOperation
{
    /// <summary>The schema that they must mean.</summary>
    public required string Name { get; init; }
}

/// <summary>Renames a schema, with all that it holds.</summary>
public sealed class RenameSchemaOperation : StatementOperation
{
    /// <summary>The schema's current name.</summary>
    public required string Name { get; init; }

    /// <summary>The schema's new name.</summary>
    public required string NewName { get; init; }
}

namespace Autogen.Schema.Objects;

/// <summary>
/// One rename: of the command line, of the model, or proposed by a plan. What a person writes may mean a table or a column until both
/// schemas are known; what the program says has a <see cref="Subject"/>.
/// </summary>
/// <param name="Old">
/// The name in the database: a table, with its schema where it is not the default one, or such a table, a dot and a column.
/// </param>
/// <param name="New">The name in the model: a table, with or without its schema, or a column.</param>
internal sealed record RenameHint(string Old, string New)
{
    /// <summary>The object that is renamed; <see langword="null"/> for a hint that is looked up by its text.</summary>
    public RenameSubject? Subject { get; private init; }

    /// <summary>A table or another object of a schema gets another name.</summary>
    public static RenameHint Of(ObjectKind kind, ObjectName old, ObjectName renamed)
        => new(old.ToString(), renamed.ToString()) { Subject = new RenameSubject(kind, old, Part: null, renamed) };

    /// <summary>A column gets another name.</summary>
    public static RenameHint OfColumn(ObjectName table, string old, string renamed)
        => new($"{table}.{old}", renamed) { Subject = new RenameSubject(ObjectKind.Column, table, old, NewName: null) };

    /// <summary>A label of an enumerated type gets another name.</summary>
    public static RenameHint OfLabel(ObjectName type, string old, string renamed)
        => new($"{type}.{old}", renamed) { Subject = new RenameSubject(ObjectKind.EnumType, type, old, NewName: null) };

    /// <summary>The hint as it is written on the command line.</summary>
    public override string ToString() => $"{Old}={New}";
}

/// <summary>What a rename is about, in the database.</summary>
/// <param name="Kind">The kind of the object; a label's is that of its type.</param>
/// <param name="Name">The object, or the table or type that the part belongs to.</param>
/// <param name="Part">The column or label; <see langword="null"/> if the object itself is renamed.</param>
/// <param name="NewName">The object's name in the model; <see langword="null"/> for a part.</param>
internal sealed record RenameSubject(ObjectKind Kind, ObjectName Name, string? Part, ObjectName? NewName)
{
    /// <summary>Whether it is that object itself.</summary>
    public bool Is(ObjectKind kind, ObjectName name) => Part is null && Kind == kind && Name == name;

    /// <summary>Whether it is that part of that object.</summary>
    public bool Is(ObjectKind kind, ObjectName owner, string part)
        => Kind == kind && Name == owner && string.Equals(Part, part, StringComparison.Ordinal);
}

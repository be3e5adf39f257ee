namespace Autogen.Schema.Objects;

/// <summary>
/// A PostgreSQL extension. Two are equal if their names are: where it lives and which version it has is the database's business.
/// </summary>
/// <param name="Name">The extension's name.</param>
public sealed record Extension(string Name)
{
    /// <summary>The schema of its objects; <see langword="null"/> for the default schema.</summary>
    public Hint<string> Schema { get; init; }

    /// <summary>The version that is installed, or that the model asks for.</summary>
    public Hint<string> Version { get; init; }

    /// <summary>The installed extensions that it requires, by name: <c>earthdistance</c> requires <c>cube</c>.</summary>
    public Hint<EquatableList<string>> Requires { get; init; }

    /// <summary>Reads the columns <c>name</c>, <c>schema</c>, <c>version</c> and <c>requires</c>.</summary>
    internal static Extension Read(IRow row) => new(row.Text("name"))
    {
        Schema = new(row.Schema("schema")),
        Version = new(row.Text("version")),
        Requires = new(row.Texts("requires")),
    };
}

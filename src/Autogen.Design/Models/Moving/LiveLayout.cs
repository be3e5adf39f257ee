using Autogen.Schema.Objects;

namespace Autogen.Design.Models.Moving;

/// <summary>How a database stores the types of a hierarchy.</summary>
/// <param name="Entities">The types that have rows there, with the model's way.</param>
internal sealed record LiveLayout(IReadOnlyList<LiveEntity> Entities)
{
    /// <summary>The one table of all types whose discriminator must be found; <see langword="null"/> if none is needed.</summary>
    public Table? Undistinguished { get; init; }

    /// <summary>The columns of that table that may be the discriminator.</summary>
    public IReadOnlyList<Column> Discriminators { get; init; } = [];
}

/// <summary>A type as the database stores it.</summary>
/// <param name="Type">The type.</param>
/// <param name="Stored">How the database stores it.</param>
internal sealed record LiveEntity(TypeShape Type, StoredEntity Stored);

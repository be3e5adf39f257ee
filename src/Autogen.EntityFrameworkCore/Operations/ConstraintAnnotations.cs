namespace Autogen.Operations;

/// <summary>What EF Core's operations that add a constraint do not express, as annotations of them.</summary>
internal static class ConstraintAnnotations
{
    /// <summary>When the constraint is checked: a <see cref="Schema.Objects.Deferrability"/>.</summary>
    public const string Deferrability = "Autogen:Deferrability";

    /// <summary>Whether rows that exist already are not checked: <see langword="true"/>.</summary>
    public const string NotValid = "Autogen:NotValid";

    /// <summary>Whether no row is checked: <see langword="true"/>.</summary>
    public const string NotEnforced = "Autogen:NotEnforced";

    /// <summary>Whether NULLs count as equal: <see langword="true"/>.</summary>
    public const string NullsNotDistinct = "Autogen:NullsNotDistinct";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Deferrability, NotValid, NotEnforced, NullsNotDistinct];
}

using Autogen.Design.Planning;
using Autogen.Design.Rendering;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Tests.Rendering;

/// <summary>A revision and the name of the golden file that shows how it is written.</summary>
internal sealed record RenderingCase(string Name, RevisionFile File)
{
    internal static RenderingCase Of(
        string name, string message, IReadOnlyList<PlannedOperation> upgrade, IReadOnlyList<PlannedOperation>? downgrade = null) =>
        new(name, FileOf(message, upgrade, downgrade ?? []));

    internal static RevisionFile FileOf(string message, IReadOnlyList<PlannedOperation> upgrade, IReadOnlyList<PlannedOperation> downgrade)
        => new()
        {
            Id = "ae1027a6acf0",
            Revises = ["1975ea83b712"],
            Message = message,
            Created = new DateTimeOffset(2026, 11, 20, 21, 54, 4, TimeSpan.FromHours(2)),
            Namespace = "Shop.Revisions",
            Upgrade = upgrade,
            Downgrade = downgrade,
        };

    /// <summary>Operations without risks, made with EF Core's own builder.</summary>
    internal static IReadOnlyList<PlannedOperation> Built(Action<MigrationBuilder> build)
    {
        var builder = new MigrationBuilder("Npgsql.EntityFrameworkCore.PostgreSQL");
        build(builder);
        return [.. builder.Operations.Select(o => new PlannedOperation(o, []))];
    }

    internal static PlannedOperation With(MigrationOperation operation, RiskKind kind, string message)
        => new(operation, [new Risk(kind, message)]);

    internal static IReadOnlyList<PlannedOperation> Plain(params IEnumerable<MigrationOperation> operations)
        => [.. operations.Select(o => new PlannedOperation(o, []))];
}

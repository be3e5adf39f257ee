using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>adopt the database</summary>
/// <remarks>
/// What was there when the database was taken over.
/// 20240101000000_&lt;Init&gt; &amp; \u202E turned */ (EF Core 8.0.1)
/// </remarks>
[Revision("ae1027a6acf0", Created = "2026-11-20T19:54:04Z", Adopted = true)]
public sealed class AdoptTheDatabase : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
    }
}

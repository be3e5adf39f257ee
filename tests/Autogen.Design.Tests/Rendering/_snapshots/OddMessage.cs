using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>
/// prices &lt; 10 &amp; &gt; 5 */ "quoted" \ &lt;see cref="X"/&gt;
///
/// second line
/// third \u202E turned
/// </summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class Prices10_5QuotedSeeCrefXSecondLineThirdTurned : Revision
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

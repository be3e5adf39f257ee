using System.Globalization;
using System.Text.RegularExpressions;
using Autogen.Operations;
using Autogen.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Upgrading;

/// <summary>
/// Statements of a revision that would begin or end the transaction in which it runs: what follows a <c>COMMIT</c> could not be rolled
/// back, and the version would be another one than the schema.
/// </summary>
internal static partial class TransactionControl
{
    /// <summary>No operation has one; <c>op.Autocommit</c> may.</summary>
    /// <param name="revision">The revision's id.</param>
    /// <param name="operations">Its operations.</param>
    /// <exception cref="AutogenException">One has (<see cref="ErrorCode.RevisionInvalid"/>).</exception>
    public static void Refuse(string revision, IReadOnlyList<MigrationOperation> operations)
    {
        for (var i = 0; i < operations.Count; i++)
        {
            var sql = operations[i] switch
            {
                SqlOperation { SuppressTransaction: false } plain => plain.Sql,
                ParameterisedSqlOperation parameterised => parameterised.Sql,
                _ => "",
            };
            if (Find(sql) is { } statement)
            {
                throw new AutogenException(
                    ErrorCode.RevisionInvalid,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Revision {revision} has '{statement}' in operation {i + 1}: "
                            + $"a revision runs in a transaction that ends with its version, so it can't begin or end one itself. "
                            + $"Leave it away; what can't be in a transaction goes into op.Autocommit."));
            }
        }
    }

    /// <summary>
    /// The words with which a statement of the text begins or ends a transaction; <see langword="null"/>
    /// where none does. Savepoints do not.
    /// </summary>
    public static string? Find(string sql)
        => Statement().Match(Passive().Replace(sql, " ")) is { Success: true } match
            ? match.Groups["words"].Value.ToUpperInvariant()
            : null;

    // Texts, quoted names, comments and the bodies of functions; a trigger of SQLite ends with END, so that word is not looked for.
    [GeneratedRegex(SqlValues.OrComments, RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Passive();

    [GeneratedRegex(
        """(?:^|;)\s*(?<words>commit|abort|rollback|start\s+transaction|begin)\b(?!\s+(?:atomic|to|(?:work|transaction)\s+to)\b)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Statement();
}

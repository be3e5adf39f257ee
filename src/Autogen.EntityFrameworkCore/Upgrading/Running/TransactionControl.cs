using System.Globalization;
using Autogen.Operations;
using Autogen.Schema;
using Autogen.Schema.Sql;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Upgrading.Running;

/// <summary>
/// Statements of a revision that would begin or end the transaction in which it runs: what follows a <c>COMMIT</c> could not be rolled
/// back, and the version would be another one than the schema.
/// </summary>
internal static class TransactionControl
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
    {
        var tokens = SqlLexer.Read(sql, SqlSyntax.Any);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i > 0 && !tokens[i - 1].IsMark(";"))
                continue;
            var words = Words(tokens, i);
            if (words > 0 && !IsOfAnother(tokens, i + words))
                return sql[tokens[i].Start..tokens[i + words - 1].End].ToUpperInvariant();
        }

        return null;
    }

    // A trigger of SQLite ends with END, so that word is not looked for.
    private static int Words(IReadOnlyList<SqlToken> tokens, int index)
        => tokens[index].IsAny("COMMIT", "ABORT", "ROLLBACK", "BEGIN") ? 1
            : tokens[index].Is("START") && tokens.At(index + 1).Is("TRANSACTION") ? 2
            : 0;

    // The body of a function; a savepoint.
    private static bool IsOfAnother(IReadOnlyList<SqlToken> tokens, int index)
        => tokens.At(index).IsAny("ATOMIC", "TO") || (tokens.At(index).IsAny("WORK", "TRANSACTION") && tokens.At(index + 1).Is("TO"));
}

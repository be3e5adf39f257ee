using System.Data.Common;
using Autogen.Design.Providers;
using Autogen.Schema;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Schema.Refusals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models;

/// <summary>What of the model the database would refuse, by the names of entities and properties.</summary>
internal static class ModelRefusals
{
    /// <summary>Nothing is refused.</summary>
    /// <param name="context">The context.</param>
    /// <param name="dialect">Its database.</param>
    /// <param name="connection">Its open connection, without a transaction.</param>
    /// <param name="parts">What a revision would make.</param>
    /// <param name="defaultSchema">The live connection's default schema.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <exception cref="AutogenException">Something is (<see cref="ErrorCode.ModelInvalid"/>).</exception>
    public static async Task RequireNoneAsync(
        DbContext context,
        Dialect dialect,
        DbConnection connection,
        NewParts parts,
        string? defaultSchema,
        CancellationToken cancellationToken)
    {
        var refusals = await dialect.FindRefusalsAsync(connection, parts, cancellationToken);
        if (refusals.Count == 0)
            refusals = [.. AllProviders.Of(dialect).Refusals(context, parts)];
        if (refusals.Count == 0)
            return;

        var relational = DesignModel.Of(context).GetRelationalModel();
        var scope = new ModelScope(context, dialect, relational, defaultSchema);
        var tables = relational.Tables.ToLookup(table => scope.Name(table.Schema, table.Name));
        var lines = refusals.Select(refusal => $"{Source(scope, tables[refusal.Table].FirstOrDefault(), refusal)}: {refusal.Reason}");
        throw new AutogenException(
            ErrorCode.ModelInvalid,
            $"{dialect.Name} refuses what the model wants; nothing was written. Correct the model:\n  {string.Join("\n  ", lines)}");
    }

    /// <summary>
    /// An entity for people: the type that a shared-type entity shares (<c>Dictionary&lt;string, object&gt;</c>) says nothing.
    /// </summary>
    public static string Name(ITypeBase type) => type.HasSharedClrType ? type.Name : type.DisplayName();

    private static string Source(ModelScope scope, ITable? table, Refusal refusal)
    {
        var column = refusal.Kind == ObjectKind.Column
            ? table?.Columns.FirstOrDefault(
                candidate => string.Equals(scope.Identifier(candidate.Name), refusal.Name, StringComparison.Ordinal))
            : null;
        var what = refusal.Kind switch
        {
            ObjectKind.Column => $"column '{refusal.Table}.{refusal.Name}'",
            ObjectKind.CheckConstraint => $"check constraint '{refusal.Name}' on '{refusal.Table}'",
            _ => $"index '{refusal.Name}' on '{refusal.Table}'",
        };
        if (column?.PropertyMappings is [{ Property: var property }, ..])
            return $"property '{Name(property.DeclaringType)}.{property.Name}' ({what})";
        return table?.EntityTypeMappings.FirstOrDefault()?.TypeBase is { } entity ? $"entity '{Name(entity)}' ({what})" : what;
    }
}

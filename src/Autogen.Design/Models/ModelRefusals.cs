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
    /// <param name="refusals">What the database refuses.</param>
    /// <param name="defaultSchema">The live connection's default schema.</param>
    /// <exception cref="AutogenException">Something is (<see cref="ErrorCode.ModelInvalid"/>).</exception>
    public static void RequireNone(DbContext context, Dialect dialect, IReadOnlyList<Refusal> refusals, string? defaultSchema)
    {
        if (refusals.Count == 0)
            return;

        var relational = context.GetService<IDesignTimeModel>().Model.GetRelationalModel();
        var scope = new ModelScope(context, dialect, relational, defaultSchema);
        var tables = relational.Tables.ToLookup(table => scope.Name(table.Schema, table.Name));
        var lines = refusals.Select(refusal => $"{Source(scope, tables[refusal.Table].FirstOrDefault(), refusal)}: {refusal.Reason}");
        throw new AutogenException(ErrorCode.ModelInvalid, $"{dialect.Name} refuses what the model wants; nothing was written. Correct the model:\n  {string.Join("\n  ", lines)}");
    }

    /// <summary>An entity for people: the type that a shared-type entity shares (<c>Dictionary&lt;string, object&gt;</c>) says nothing.</summary>
    public static string Name(ITypeBase type) => type.HasSharedClrType ? type.Name : type.DisplayName();

    private static string Source(ModelScope scope, ITable? table, Refusal refusal)
    {
        var column = refusal.Kind == ObjectKind.Column ? table?.Columns.FirstOrDefault(candidate => string.Equals(scope.Identifier(candidate.Name), refusal.Name, StringComparison.Ordinal)) : null;
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

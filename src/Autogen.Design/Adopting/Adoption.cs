using System.Data.Common;
using Autogen.Design.Environments;
using Autogen.Design.Models;
using Autogen.Design.Ownership;
using Autogen.Design.Planning;
using Autogen.Design.Planning.Rows;
using Autogen.Design.Planning.Tables;
using Autogen.Design.Providers;
using Autogen.Schema.Comparison;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Design.Adopting;

/// <summary>
/// Plans the base revision of a database that was made by other means: from nothing to what exists. The mirror of
/// <see cref="Autogenerate"/>, which plans from what exists to the model; the model only says whose tables are meant.
/// </summary>
/// <param name="context">The context whose database it is.</param>
/// <param name="dialect">The context's database.</param>
/// <param name="scope">Which part of the database counts.</param>
/// <param name="options">What was renamed.</param>
/// <param name="environment">What the project has to say; it has begun; <see langword="null"/> for nothing.</param>
internal sealed class Adoption(
    DbContext context, Dialect dialect, Scope scope, ComparisonOptions options, ProjectEnvironment? environment = null)
{
    /// <summary>Plans it; the database is only read.</summary>
    /// <param name="connection">The context's open connection.</param>
    /// <param name="all">The database.</param>
    /// <param name="allTables">Whether tables that the model does not map are taken over, too.</param>
    /// <param name="withRows">Whether the rows of <c>HasData</c> that exist become a part of the base revision, as they are.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="isWide">
    /// Whether functions that tables need take along all functions and extensions of their schema, because what they name is not enough.
    /// </param>
    public async Task<AdoptionPlan> PlanAsync(
        DbConnection connection,
        DatabaseSchema all,
        bool allTables,
        bool withRows,
        CancellationToken cancellationToken,
        bool isWide = false)
    {
        var otherObjects = await dialect.ReadOtherObjectsAsync(connection, cancellationToken);
        var (live, model) = (scope.Narrow(all), scope.Narrow(ModelReader.Read(context, dialect, all.DefaultSchema.Value, all)));
        if (environment is not null)
            (live, model) = new Inclusion(environment.Include, dialect).Apply(live, model);

        var wide = scope with { Settings = scope.Settings with { DropUnmanagedTables = allTables || scope.Settings.DropUnmanagedTables } };
        var renames = options.Renames.And(ModelRenames.Read(context, dialect, live, model));
        var (managed, ignored) = wide.LeaveAlone(live, model, new CreatedObjects(live.DefaultSchema.Value), renames, dialect, all);
        var parts = new AdoptedSchema(all, otherObjects, isWide);
        var adopted = parts.Of(managed, allTables ? live : null);
        if (withRows)
            adopted = adopted with
            {
                Tables = (await WithRowsAsync(connection, adopted, model, cancellationToken)).Tables
                    .Select(WithoutRowsThatLackValues)
                    .ToEquatableList()
            };

        var nothing = DatabaseSchema.Empty with { DefaultSchema = all.DefaultSchema };
        var made = parts.Made(adopted).ToLookup(need => need.ObjectName);
        var kept = parts.UsedByOthers(adopted) with { DefaultSchema = all.DefaultSchema };
        return new AdoptionPlan
        {
            Adopted = adopted,
            Kept = kept,
            Upgrade = DefaultSchemaSteps.Before(
                NeededObjects.Create(Plan(nothing, adopted, ComparisonOptions.Default), parts, parts.Made(adopted), parts.Details(adopted)),
                all.DefaultSchema.Value),
            Downgrade = NeededObjects.Drop(Plan(adopted, kept, ComparisonOptions.Default.Swapped()), parts, parts.Dropped(adopted)),
            IgnoredTables = ignored,
            Others = [.. otherObjects.Others.Where(other => !made[other.Name].Any(need => need.Is(other))), .. LeftOut.Of(all, adopted)],
            Tried = parts.Tried(adopted),
            HasBodies = parts.HasBodies(adopted),
            Required = RequiredTables.Of(adopted, all),
        };
    }

    private IReadOnlyList<PlannedOperation> Plan(DatabaseSchema current, DatabaseSchema target, ComparisonOptions how)
        => new Planner(dialect, new ClrTypes(context), AllProviders.Of(dialect).ServerVersion(context)).Plan(
            SchemaComparer.Compare(current, target, dialect, how));

    private Task<DatabaseSchema> WithRowsAsync(
        DbConnection connection, DatabaseSchema adopted, DatabaseSchema model, CancellationToken cancellationToken)
        => SeedDataReader.ReadLiveAsync(context, dialect, connection, adopted, model, RenamedParts.None, _ => [], cancellationToken);

    // The model's rows have values for the model's columns only.
    private static Table WithoutRowsThatLackValues(Table table)
    {
        var demanded = table.Columns
            .Where(column => column is { IsNullable: false, Default: null, Generated: null, Identity: null })
            .ToList();
        return table with
        {
            SeedRows = table.SeedRows
                .Where(row => demanded.TrueForAll(
                    column => row.Key.Concat(row.Values).Any(value => string.Equals(value.Column, column.Name, StringComparison.Ordinal))))
                .ToEquatableList(),
        };
    }
}

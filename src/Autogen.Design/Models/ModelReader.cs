using Autogen.Schema;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models;

/// <summary>
/// Reads what EF Core's model wants a database to be: the design-time relational model (the run-time one has no comments,
/// checks, collations and defaults).
/// </summary>
internal static class ModelReader
{
    /// <summary>Reads it, with the rows of <c>HasData</c>.</summary>
    /// <param name="context">The context; no connection is opened.</param>
    /// <param name="dialect">The context's database.</param>
    /// <param name="defaultSchema">The live connection's default schema: an object that the model puts there explicitly is in it.</param>
    /// <param name="live">The live database, which tells what types are that the model only names; <see langword="null"/> for none.</param>
    /// <exception cref="AutogenException">
    /// The database can't tell two of the model's names apart (<see cref="ErrorCode.ModelInvalid"/>).
    /// </exception>
    public static DatabaseSchema Read(DbContext context, Dialect dialect, string? defaultSchema, DatabaseSchema? live = null)
    {
        var model = DesignModel.Of(context);
        var relational = model.GetRelationalModel();
        var scope = new ModelScope(context, dialect, relational, defaultSchema);
        DistinctNames.Require(scope);
        var schema = new DatabaseSchema
        {
            DefaultSchema = new Hint<string>(defaultSchema),
            DefinedTypes = live?.DefinedTypes ?? default,
        };
        foreach (var kind in DesignKinds.All)
        {
            if (kind.Model is { } read && Kinds.Of(kind.Value) is { } list)
                schema = list.With(schema, read(scope));
        }

        var schemas = relational.Tables.Select(table => table.Schema).OfType<string>()
            .Concat(SchemaModel.Read(schema))
            .Concat(live?.Schemas ?? []);
        scope = scope with { Known = schema with { Schemas = schemas.ToEquatableList() } };
        var tables = relational.Tables.Where(table => !table.IsExcludedFromMigrations)
            .Select(table => TableModel.Read(scope, table))
            .OrderBy(table => table.Name)
            .ToEquatableList();
        schema = schema with { Tables = SeedRowModel.Add(scope, model, tables) };
        return schema with { Schemas = SchemaModel.Read(schema).ToEquatableList() };
    }
}

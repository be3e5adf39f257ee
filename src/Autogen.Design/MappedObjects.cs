using Autogen.Design.Environments;
using Autogen.Design.Models;
using Autogen.Design.Ownership;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design;

/// <summary>
/// What a model reads or calls and no operation creates: views, tables that are excluded from migrations, functions and stored procedures.
/// A query of the model (<c>ToSqlQuery</c>) names no object, and what is translated to SQL or built in needs none.
/// </summary>
internal static class MappedObjects
{
    /// <summary>The objects that the project answers for, each once, with who maps it.</summary>
    /// <param name="context">The context.</param>
    /// <param name="dialect">Its database.</param>
    /// <param name="scope">Which part of the database counts.</param>
    /// <param name="live">The database, for its default schema.</param>
    /// <param name="include">The project's say; <see langword="null"/> for none.</param>
    public static IReadOnlyList<(MappedObject Object, string Source)> Of(
        DbContext context, Dialect dialect, Scope scope, DatabaseSchema live, Func<SchemaObject, bool>? include)
    {
        var model = DesignModel.Of(context);
        return [.. All(model, model.GetRelationalModel(), dialect)
            .Where(item => IsIncluded(item.Object))
            .GroupBy(item => item.Object)
            .Select(group => (group.Key, string.Join(", ", group.Select(item => item.Source)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal))))
            .OrderBy(item => item.Key.Kind).ThenBy(item => item.Key.Name)];

        bool IsIncluded(MappedObject item)
        {
            if (!item.IsRelation)
                return scope.IncludesSchema(live, item.Name.Schema);
            var kind = item.Kind == MappedKind.View ? ObjectKind.View : ObjectKind.Table;
            object named = kind == ObjectKind.View ? new View(item.Name, IsMaterialized: false) : new Table { Name = item.Name };
            return scope.Includes(live, item.Name)
                && include?.Invoke(SchemaObjects.Of(kind, null, named)) != false;
        }
    }

    private static IEnumerable<(MappedObject Object, string Source)> All(IModel model, IRelationalModel relational, Dialect dialect)
    {
        (MappedObject, string) Item(MappedKind kind, string? schema, string name, string source)
            => (new MappedObject(kind, new ObjectName(dialect.SchemaOf(schema), name)), source);

        foreach (var view in relational.Views)
            yield return Item(MappedKind.View, view.Schema, view.Name, Entities(view.EntityTypeMappings));
        foreach (var table in relational.Tables.Where(table => table.IsExcludedFromMigrations))
            yield return Item(MappedKind.Table, table.Schema, table.Name, Entities(table.EntityTypeMappings));
        foreach (var function in model.GetDbFunctions().Where(function => !function.IsBuiltIn && function.Translation is null))
        {
            var kind = function.IsScalar ? MappedKind.Function : MappedKind.TableFunction;
            var source = function.MethodInfo is { } method
                ? $"method '{method.DeclaringType?.Name}.{method.Name}'"
                : Entities(function.StoreFunction.EntityTypeMappings);
            yield return Item(kind, function.Schema, function.Name, source);
        }

        foreach (var procedure in relational.StoredProcedures)
            yield return Item(MappedKind.Procedure, procedure.Schema, procedure.Name, Entities(procedure.EntityTypeMappings));
    }

    private static string Entities(IEnumerable<ITableMappingBase> mappings) => string.Join(
        ", ",
        mappings.Select(mapping => $"entity '{ModelRefusals.Name(mapping.TypeBase)}'")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal));
}

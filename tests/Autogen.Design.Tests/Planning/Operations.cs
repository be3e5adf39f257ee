using System.Collections;
using Autogen.Design.Planning;
using Autogen.Schema.Comparison;
using Autogen.Statements;
using Autogen.Statements.PostgreSql;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Tests.Planning;

/// <summary>Plans as text: a line an operation, risks behind it.</summary>
internal static class Operations
{
    public static IReadOnlyList<PlannedOperation> OnPostgreSql(SchemaDiff diff)
        => new Planner(new PostgreSqlTestDialect(), new TestClrTypes()).Plan(diff);

    public static IReadOnlyList<PlannedOperation> OnSqlite(SchemaDiff diff)
        => new Planner(new SqliteTestDialect(), new TestClrTypes()).Plan(diff);

    public static string Text(this IEnumerable<PlannedOperation> plan)
        => string.Join('\n', plan.Select(planned => Line(planned.Operation)));

    public static string TextWithRisks(this IEnumerable<PlannedOperation> plan)
        => string.Join(
            '\n',
            plan.Select(
                planned => Line(planned.Operation) + string.Concat(planned.Risks.Select(risk => $"\n  ! {risk.Kind}: {risk.Message}"))));

    // Our own operations as the SQL that runs: what a reader of these tests knows.
    public static string Line(MigrationOperation operation)
        => Text(new PostgreSqlStatementGenerator(new PostgreSqlTestDialect()).Generate(operation) ?? operation);

    /// <summary>One of our own operations as SQL.</summary>
    public static string Sql(MigrationOperation operation)
        => Assert.IsType<SqlOperation>(new PostgreSqlStatementGenerator(new PostgreSqlTestDialect()).Generate(operation)).Sql;

    private static string Text(MigrationOperation operation) => operation switch
    {
        SqlOperation sql => (sql.SuppressTransaction ? "SQL outside: " : "SQL: ") + sql.Sql,
        CreateTableOperation o => $"CreateTable {Name(o.Schema, o.Name)} ({string.Join(", ", CreateTableParts(o))}){Annotations(o)}",
        AddColumnOperation o => $"AddColumn {Name(o.Schema, o.Table)}.{Column(o)}",
        AlterColumnOperation o => $"AlterColumn {Name(o.Schema, o.Table)}.{Column(o)} <- {Column(o.OldColumn)}",
        AddForeignKeyOperation o => $"AddForeignKey {Name(o.Schema, o.Table)} {ForeignKey(o)}",
        CreateIndexOperation o
            => $"CreateIndex {(o.IsUnique ? "unique " : "")}{o.Name} on {Name(o.Schema, o.Table)} "
                + $"({string.Join(", ", o.Columns.Select((c, i) => c + (o.IsDescending is { } d && d[i] ? " desc" : "")))})"
                + $"{(o.Filter is null ? "" : $" where {o.Filter}")}{Annotations(o)}",
        AddPrimaryKeyOperation o => $"AddPrimaryKey {o.Name} on {Name(o.Schema, o.Table)} ({string.Join(", ", o.Columns)})",
        AddUniqueConstraintOperation o => $"AddUniqueConstraint {o.Name} on {Name(o.Schema, o.Table)} ({string.Join(", ", o.Columns)})",
        AddCheckConstraintOperation o => $"AddCheckConstraint {o.Name} on {Name(o.Schema, o.Table)} ({o.Sql})",
        RenameTableOperation o => $"RenameTable {Name(o.Schema, o.Name)} -> {Name(o.NewSchema, o.NewName)}",
        RenameColumnOperation o => $"RenameColumn {Name(o.Schema, o.Table)}.{o.Name} -> {o.NewName}",
        RenameIndexOperation o => $"RenameIndex {Name(o.Schema, o.Name)} -> {o.NewName}",
        RenameSequenceOperation o => $"RenameSequence {Name(o.Schema, o.Name)} -> {Name(o.NewSchema, o.NewName)}",
        AlterTableOperation o
            => $"AlterTable {Name(o.Schema, o.Name)}{Comment(o.Comment)}{Annotations(o)} "
                + $"<-{Comment(o.OldTable.Comment)}{Annotations(o.OldTable)}",
        AlterDatabaseOperation o => $"AlterDatabase{Annotations(o)} <-{Annotations(o.OldDatabase)}",
        CreateSequenceOperation o
            => $"CreateSequence {Name(o.Schema, o.Name)} {o.ClrType.Name} start {o.StartValue} by {o.IncrementBy} "
                + $"{o.MinValue}..{o.MaxValue}{(o.IsCyclic ? " cyclic" : "")}",
        InsertDataOperation o => $"InsertData {Name(o.Schema, o.Table)} ({List(o.Columns)}: {List(o.ColumnTypes)}) {Rows(o.Values)}",
        UpdateDataOperation o
            => $"UpdateData {Name(o.Schema, o.Table)} ({List(o.KeyColumns)}: "
                + $"{List(o.KeyColumnTypes)}) {Rows(o.KeyValues)} set ({List(o.Columns)}: {List(o.ColumnTypes)}) {Rows(o.Values)}",
        DeleteDataOperation o
            => $"DeleteData {Name(o.Schema, o.Table)} ({List(o.KeyColumns)}: {List(o.KeyColumnTypes)}) {Rows(o.KeyValues)}",
        EnsureSchemaOperation o => $"EnsureSchema {o.Name}",
        DropSchemaOperation o => $"DropSchema {o.Name}",
        DropTableOperation o => $"DropTable {Name(o.Schema, o.Name)}",
        DropSequenceOperation o => $"DropSequence {Name(o.Schema, o.Name)}",
        DropColumnOperation o => $"DropColumn {Name(o.Schema, o.Table)}.{o.Name}",
        DropIndexOperation o => $"DropIndex {o.Name} on {Name(o.Schema, o.Table)}",
        DropForeignKeyOperation o => $"DropForeignKey {o.Name} on {Name(o.Schema, o.Table)}{Annotations(o)}",
        DropPrimaryKeyOperation o => $"DropPrimaryKey {o.Name} on {Name(o.Schema, o.Table)}",
        DropUniqueConstraintOperation o => $"DropUniqueConstraint {o.Name} on {Name(o.Schema, o.Table)}{Annotations(o)}",
        DropCheckConstraintOperation o => $"DropCheckConstraint {o.Name} on {Name(o.Schema, o.Table)}{Annotations(o)}",
        _ => throw new NotSupportedException(operation.GetType().Name),
    };

    private static IEnumerable<string> CreateTableParts(CreateTableOperation o) =>
    [
        .. o.Columns.Select(Column),
        .. o.PrimaryKey is { } key ? [$"primary key {key.Name} ({List(key.Columns)})"] : Array.Empty<string>(),
        .. o.UniqueConstraints.Select(unique => $"unique {unique.Name} ({List(unique.Columns)})"),
        .. o.CheckConstraints.Select(check => $"check {check.Name} ({check.Sql})"),
        .. o.ForeignKeys.Select(key => $"foreign key {ForeignKey(key)}"),
    ];

    private static string ForeignKey(AddForeignKeyOperation o)
        => $"{o.Name} ({List(o.Columns)}) -> {Name(o.PrincipalSchema, o.PrincipalTable)} ({List(o.PrincipalColumns)})"
            + (o.OnDelete == default ? "" : $" on delete {o.OnDelete}") + (o.OnUpdate == default ? "" : $" on update {o.OnUpdate}");

    private static string Column(ColumnOperation o)
        => $"{o.Name} {o.ColumnType}{(o.IsNullable ? " null" : "")}"
            + (o.DefaultValue is { } value ? $" value {value}" : "") + (o.DefaultValueSql is { } sql ? $" default {sql}" : "")
            + (o.ComputedColumnSql is { } computed ? $" as {computed}{(o.IsStored == true ? " stored" : "")}" : "")
            + (o.Collation is null ? "" : $" collate {o.Collation}") + Comment(o.Comment) + Annotations(o);

    private static string Comment(string? comment) => comment is null ? "" : $" '{comment}'";

    private static string Annotations(AnnotatableBase o)
        => string.Concat(o.GetAnnotations().Select(annotation =>
            $" [{annotation.Name} = "
                + $"{(annotation.Value is IEnumerable list and not string ? string.Join('|', list.Cast<object?>()) : annotation.Value)}]"));

    private static string Name(string? schema, string? name) => schema is null ? name ?? "" : $"{schema}.{name}";

    private static string List(string[]? names) => names is null ? "none" : string.Join(", ", names);

    private static string Rows(object?[,] rows)
        => string.Join(", ", Enumerable.Range(0, rows.GetLength(0))
            .Select(i => $"({string.Join(", ", Enumerable.Range(0, rows.GetLength(1)).Select(j => rows[i, j] ?? "null"))})"));
}

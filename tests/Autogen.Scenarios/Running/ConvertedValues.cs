using Autogen.Schema.Comparison;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autogen.Scenarios.Running;

/// <summary>
/// Values that were written through one model, read through another after the upgrade, and through the first again after the downgrade;
/// and compared, as they are stored, with what EF Core writes itself.
/// </summary>
/// <typeparam name="T">The property's type.</typeparam>
/// <param name="options">The provider and an empty database.</param>
/// <param name="before">The property as it was.</param>
/// <param name="after">The property as it becomes.</param>
internal sealed class ConvertedValues<T>(
    DbContextOptions options, Action<PropertyBuilder<T>> before, Action<PropertyBuilder<T>> after)
{
    private const string Table = "Ödd \"T'ables\"";
    private const string Column = "Größe \"n'ow\"";

    private readonly RevisionWalk walk = new(options);

    /// <summary>The second revision's file.</summary>
    public string File => walk.LastFile;

    /// <summary>The values after the upgrade and after the downgrade; each must be what was written.</summary>
    /// <param name="values">The values; the row's key is the place of its value.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<(List<T> Upgraded, List<T> Downgraded)> RunAsync(
        IReadOnlyList<T> values, CancellationToken cancellationToken)
    {
        var (current, target) = (Model(before), Model(after));
        await walk.AddAsync(current, "first", cancellationToken);
        await walk.UpgradeAsync(current, cancellationToken);
        await WriteAsync(current, values, 1, cancellationToken);
        await walk.AddAsync(target, "second", cancellationToken);
        await walk.UpgradeAsync(target, cancellationToken);
        await walk.RequireNothingLeftAsync(target, "the upgrade", cancellationToken);
        await RequireWrittenAlikeAsync(target, values, cancellationToken);
        var upgraded = await ReadAsync(target, cancellationToken);
        await walk.DowngradeAsync(current, cancellationToken);
        await RequireWrittenAlikeAsync(current, values, cancellationToken);
        return (upgraded, await ReadAsync(current, cancellationToken));
    }

    /// <summary>Puts rows in by SQL, then upgrades; returns the dangers of the plan.</summary>
    public async Task<IReadOnlyList<string>> UpgradeAsync(string sqlValues, CancellationToken cancellationToken)
    {
        var (current, target) = (Model(before), Model(after));
        await walk.AddAsync(current, "first", cancellationToken);
        await walk.UpgradeAsync(current, cancellationToken);
        var quote = Quote(Column);
        await walk.ExecuteAsync(
            current, $"INSERT INTO {Quote(Table)} (\"Id\", {quote}) VALUES {sqlValues}", cancellationToken);
        var found = await walk.CompareAsync(target, cancellationToken);
        walk.Add(RevisionWalk.Render("second", ["first"], found));
        await walk.UpgradeAsync(target, cancellationToken);
        return [.. found.Upgrade.SelectMany(planned => planned.Risks).Select(risk => risk.Message)];
    }

    /// <summary>The values of the rows, read by the model that was upgraded to.</summary>
    public Task<List<T>> ReadAsync(CancellationToken cancellationToken) => ReadAsync(Model(after), cancellationToken);

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static Action<ModelBuilder> Model(Action<PropertyBuilder<T>> build) => model
        => model.Entity<Row>(entity =>
        {
            entity.ToTable(Table);
            entity.Property(row => row.Id).ValueGeneratedNever();
            var property = entity.Property(row => row.Value).HasColumnName(Column);
            build(property);
        });

    private async Task WriteAsync(
        Action<ModelBuilder> model, IReadOnlyList<T> values, int first, CancellationToken cancellationToken)
    {
        await using var context = new ScenarioContext(options, model);
        context.AddRange(values.Select((value, place) => new Row { Id = first + place, Value = value }));
        await context.SaveChangesAsync(cancellationToken);
    }

    private async Task<List<T>> ReadAsync(Action<ModelBuilder> model, CancellationToken cancellationToken)
    {
        await using var context = new ScenarioContext(options, model);
        return await context.Set<Row>().OrderBy(row => row.Id).Select(row => row.Value).ToListAsync(cancellationToken);
    }

    // Writes the same values beside those that were converted.
    private async Task RequireWrittenAlikeAsync(
        Action<ModelBuilder> model, IReadOnlyList<T> values, CancellationToken cancellationToken)
    {
        const int Second = 1000;
        await WriteAsync(model, values, Second, cancellationToken);
        var (table, column) = (Quote(Table), Quote(Column));
        var differing = await walk.RowsAsync(
            model,
            $"SELECT a.{column}, b.{column} FROM {table} a JOIN {table} b ON b.\"Id\" = a.\"Id\" + {Second - 1} "
                + $"WHERE a.{column} <> b.{column} OR (a.{column} IS NULL) <> (b.{column} IS NULL)"
                + (walk.Dialect.KeepsForeignValues ? $" OR typeof(a.{column}) <> typeof(b.{column})" : ""),
            cancellationToken);
        await walk.ExecuteAsync(model, $"DELETE FROM {table} WHERE \"Id\" >= {Second}", cancellationToken);
        if (differing.Length > 0)
            throw new ScenarioFailedException($"EF Core writes other values than the conversion:\n{differing}\n\n{File}");
    }

    private sealed class Row
    {
        public int Id { get; set; }

        public T Value { get; set; } = default!;
    }
}

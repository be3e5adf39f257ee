using System.Text;
using System.Text.RegularExpressions;
using Autogen.PostgreSql.Tests.Spelling;
using Autogen.Scenarios.Databases;
using Autogen.Scenarios.Running;
using Autogen.Scenarios.Spelling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Autogen.PostgreSql.Tests;

/// <summary>A model's store types against those of a live server: one table, a column each.</summary>
public partial class StoreTypeTests
{
    [Fact]
    public async Task However_a_type_is_spelled_it_is_not_a_difference()
    {
        var cases = StoreTypes.Same.Where(StoreTypes.IsThere).Select(type => (Current: type, Target: type)).ToList();
        var reported = await ReportedAsync(cases);
        SpellingModel.RequireNone(string.Join('\n', reported.Values));
    }

    [Fact]
    public async Task Another_type_is_a_difference()
    {
        var cases = StoreTypes.Different.Where(pair => StoreTypes.IsThere(pair.Current) && StoreTypes.IsThere(pair.Target)).ToList();
        var reported = await ReportedAsync(cases);
        SpellingModel.RequireNone(string.Join('\n', cases.Index()
            .Where(entry => !reported.ContainsKey(entry.Index))
            .Select(entry => $"{entry.Item.Current} -> {entry.Item.Target}")));
    }

    private static async Task<Dictionary<int, string>> ReportedAsync(IReadOnlyList<(string Current, string Target)> cases)
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        var table = new StringBuilder();
        foreach (var (index, (current, _)) in cases.Index())
            table.Append(index == 0 ? "" : ",\n").Append(SpellingModel.NameOf(index)).Append(' ').Append(current);
        await database.ExecuteAsync($"{StoreTypes.Before}\nCREATE TABLE types (id integer PRIMARY KEY,\n{table});");

        var options = PostgreSqlServer.Options(database.ConnectionString);
        await using var empty = new ScenarioContext(options, _ => { });
        var mappings = empty.GetService<IRelationalTypeMappingSource>();
        var found = await new RevisionWalk(options).CompareAsync(
            model => model.SharedTypeEntity<Dictionary<string, object>>("Types", entity =>
            {
                entity.ToTable("types");
                entity.Property<int>("id").ValueGeneratedNever();
                entity.HasKey("id");
                foreach (var (index, (_, target)) in cases.Index())
                    entity.Property(Clr(mappings, target), SpellingModel.NameOf(index)).HasColumnType(target).IsRequired(false);
            }),
            CancellationToken.None);
        var lines = RevisionWalk.Lines(found.Diff).ToList();
        return cases.Index()
            .Select(entry => (entry.Index, Text: string.Join(
                '\n',
                lines.Where(line => line.Contains(SpellingModel.NameOf(entry.Index), StringComparison.Ordinal)).Select(
                    line => $"{entry.Item}   reported: {line}"))))
            .Where(entry => entry.Text.Length > 0)
            .ToDictionary(entry => entry.Index, entry => entry.Text);
    }

    // A property of the type that the provider maps to the store type; of a text where it knows none, as for xid.
    private static Type Clr(IRelationalTypeMappingSource mappings, string storeType)
    {
        var array = ArraySuffix().Match(storeType);
        var element = array.Success ? storeType[..array.Index].Trim() : storeType;
        var type = mappings.FindMapping(element)?.ClrType ?? typeof(string);
        return array.Success ? type.MakeArrayType() : type.IsValueType ? typeof(Nullable<>).MakeGenericType(type) : type;
    }

    [GeneratedRegex(
        @"(\s*\[\d*\])+$|\s+array(\[\d*\])?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex ArraySuffix();
}

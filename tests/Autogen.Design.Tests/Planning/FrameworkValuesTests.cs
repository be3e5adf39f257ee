using Autogen.Design.Planning;
using Autogen.Design.Providers;
using Autogen.Design.Providers.Npgsql;
using Autogen.Design.Providers.Sqlite;
using Autogen.Schema;
using Autogen.Schema.Objects;
using static Autogen.Design.Tests.Planning.Make;

namespace Autogen.Design.Tests.Planning;

/// <summary>What a revision may hold as a value, and what of a provider it may name.</summary>
public class FrameworkValuesTests
{
    private enum Own
    {
        Value,
    }

    [Theory]
    [InlineData(typeof(string), true)]
    [InlineData(typeof(int[][]), true)]
    [InlineData(typeof(List<int>), true)]
    [InlineData(typeof(System.Net.IPAddress), true)]
    [InlineData(typeof(NpgsqlTypes.NpgsqlRange<int>), true)]
    [InlineData(typeof(DayOfWeek), false)]
    [InlineData(typeof(DayOfWeek[]), false)]
    [InlineData(typeof(Own), false)]
    [InlineData(typeof(FrameworkValuesTests), false)]
    [InlineData(typeof(FrameworkValuesTests[]), false)]
    public void A_type_of_the_framework_or_of_Npgsql_may_be_named(Type type, bool isOne)
        => Assert.Equal(isOne, FrameworkValues.IsType(type, new NpgsqlAnnotations()));

    [Theory]
    [InlineData("-1.00:00:00", false)]
    [InlineData("-1.01:00:00", true)]
    [InlineData("-00:30:00", false)]
    [InlineData("1.01:00:00", false)]
    [InlineData("1.00:00:00", false)]
    public void An_interval_of_days_and_hours_below_zero_is_misspelt(string text, bool isMisspelt)
        => Assert.Equal(isMisspelt, FrameworkValues.IsMisspelt(TimeSpan.Parse(text, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_type_that_the_application_does_not_bring_is_a_reference_that_is_missing()
    {
        foreach (var (assembly, type) in new[] { ("No.Such.Assembly", "Some.Type"), ("xunit.core", "No.Such.Type") })
        {
            var exception = Assert.Throws<AutogenException>(() => ProviderValue.TypeOf(assembly, type));
            Assert.Equal(ErrorCode.ReferenceMissing, exception.Code);
            Assert.Equal(
                $"The provider's type '{type}' could not be loaded from the application. "
                    + $"Reference the package {assembly}, version 10.0 or later.",
                exception.Message);
        }
    }

    [Theory]
    [InlineData("mood", "a b", true)]
    [InlineData("s.mood", "a b", true)]
    [InlineData("mood", "", false)]
    [InlineData("mood", "a b,c", false)]
    [InlineData("mood", "a,b c,d", false)]
    public void An_enumerated_type_is_made_by_the_provider_where_it_can_be_spelled(string name, string labels, bool isSaid)
        => Assert.Equal(isSaid, new NpgsqlAnnotations()
            .CreateEnumType(new(Name(name), [.. labels.Split(' ', StringSplitOptions.RemoveEmptyEntries)])) is not null);

    [Fact]
    public void A_full_stop_in_a_name_is_nothing_for_the_provider()
    {
        Assert.Null(new NpgsqlAnnotations().CreateEnumType(new(new("s", "a.b"), ["x"])));
        Assert.Null(new NpgsqlAnnotations().CreateEnumType(new(new("a.b", "s"), ["x"])));
    }

    [Theory]
    [InlineData("ltree", null, null, "AlterDatabase [Npgsql:PostgresExtension:ltree = ,,] <-")]
    [InlineData("ltree", "s", "1.2", "AlterDatabase [Npgsql:PostgresExtension:s.ltree = ,,1.2] <-")]
    [InlineData("a.b", null, null, "SQL: CREATE EXTENSION IF NOT EXISTS \"a.b\" CASCADE;")]
    [InlineData("ltree", "a.b", null, "SQL: CREATE EXTENSION IF NOT EXISTS \"ltree\" SCHEMA \"a.b\" CASCADE;")]
    [InlineData("ltree", null, "1,2", "SQL: CREATE EXTENSION IF NOT EXISTS \"ltree\" VERSION \"1,2\" CASCADE;")]
    [InlineData("ltree", "s", "1'2", "SQL: CREATE EXTENSION IF NOT EXISTS \"ltree\" SCHEMA \"s\" VERSION \"1'2\" CASCADE;")]
    public void An_extension_is_made_by_the_provider_where_it_can_be_spelled(string name, string? schema, string? version, string expected)
        => Assert.Equal(
            expected,
            Operations.OnPostgreSql(
                TinyDiff.Of(Database(), Database() with { Extensions = [new(name) { Schema = new(schema), Version = new(version) }] }))
                .Text());

    [Fact]
    public void A_provider_that_is_not_known_makes_indexes_of_columns()
    {
        var provider = AllProviders.Of(new OtherDialect());
        Assert.True(provider.CanSay(Index("ix", "a", "b")));
        Assert.False(provider.CanSay(Index("ix", "a") with { Parts = [new() { Column = "a" }, new() { Expression = new("lower(b)") }] }));
        Assert.True(provider.IsCarried("Any:Thing"));
        Assert.False(new SqliteAnnotations().CanSay(
            Index("ix", "a") with { Parts = [new() { Column = "a" }, new() { Column = "b", Collation = new("NOCASE") }] }));
    }

    private sealed class OtherDialect : PostgreSqlTestDialect
    {
        public override string ProviderName => "Other";
    }
}

using Autogen.Schema.Comparison;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Schema.PostgreSql;

namespace Autogen.Schema.Tests.Comparison;

[Case("N3")]
public class CollationDefinitionTests
{
    [Theory]
    [InlineData("LOCALE = 'de', PROVIDER = icu", "LOCALE = 'de', PROVIDER = icu", "")]
    [InlineData("LOCALE = 'de-u-ks-level1', PROVIDER = icu", "PROVIDER = icu, LOCALE = 'de-u-ks-primary'", "")]
    [InlineData("LOCALE = 'de-u-co-phonebk', PROVIDER = icu", "LOCALE = 'de_u_co_phonebook', PROVIDER = icu", "")]
    [InlineData("LOCALE = 'en-US-u-kn', PROVIDER = icu", "LOCALE = 'en-us-u-kn-true', PROVIDER = icu", "")]
    [InlineData("LOCALE = 'und', PROVIDER = icu", "LOCALE = '', PROVIDER = icu", "")]
    [InlineData("LOCALE = 'en_US.utf8', PROVIDER = libc", "LC_COLLATE = 'en_US.UTF-8', LC_CTYPE = 'en_US.UTF-8'", "")]
    [InlineData("LOCALE = 'C', PROVIDER = libc", "LOCALE = 'POSIX'", "the locale differs")]
    [InlineData("LOCALE = 'de', PROVIDER = icu", "LOCALE = 'sv', PROVIDER = icu", "the locale differs")]
    [InlineData("LOCALE = 'de', PROVIDER = icu", "LOCALE = 'de'", "the provider differs")]
    [InlineData("LOCALE = 'de', PROVIDER = icu", "LOCALE = 'de', PROVIDER = icu, DETERMINISTIC = false", "the determinism differs")]
    [InlineData("LOCALE = 'de', PROVIDER = icu, RULES = '&a < b'", "LOCALE = 'de', PROVIDER = icu", "the rules differ")]
    public void Definitions_are_compared_in_whatever_words(string current, string target, string reason)
        => Assert.Equal(reason, new PostgreSqlDialect().SameCollation(current, target).Reason);

    [Fact]
    public void Another_definition_is_shown_and_makes_no_operation()
    {
        DatabaseSchema With(string definition)
            => DatabaseSchema.Empty with { Collations = [new Collation(new("c")) { Definition = new(definition) }] };
        var diff = SchemaComparer.Compare(
            With("LOCALE = 'de', PROVIDER = icu"),
            With("LOCALE = 'sv', PROVIDER = icu"),
            new PostgreSqlDialect(),
            ComparisonOptions.Default with { Strict = true });
        Assert.True(diff.IsEmpty);
        var line = Assert.Single(diff.Changes.SelectMany(ChangeText.Lines));
        Assert.Equal(
            "changed definition of collation 'c': LOCALE = 'de', PROVIDER = icu -> LOCALE = 'sv', PROVIDER = icu", line.Text);
        Assert.Equal("definition of a collation", line.Facet!.CosmeticKind);
    }
}

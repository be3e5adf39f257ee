using Autogen.EndToEnd.Tests.Running;

namespace Autogen.EndToEnd.Tests;

// A class a database: the runner runs classes beside each other, and the cases of one class one after the other.

public class SqliteStoryTests
{
    public static TheoryData<string> Stories() => Story.NamesFor("sqlite");

    [Theory]
    [MemberData(nameof(Stories))]
    public Task Goes_as_it_is_told_on_SQLite(string story) => Story.RunAsync(story, "sqlite");
}

public class PostgreSqlStoryTests
{
    public static TheoryData<string> Stories() => Story.NamesFor("postgresql");

    [Theory]
    [MemberData(nameof(Stories))]
    public Task Goes_as_it_is_told_on_PostgreSQL(string story) => Story.RunAsync(story, "postgresql");
}

using Autogen.EndToEnd.Tests.Running;

// Half of a command's time is a build that waits for something: more at once than there are processors.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]

namespace Autogen.EndToEnd.Tests;

// The runner runs classes beside each other, and the cases of one class one after the other: the long stories have classes of their own.

public class SqliteShopTests
{
    [Fact]
    public Task Goes_as_it_is_told() => Story.RunAsync("shop", "sqlite");
}

public class PostgreSqlShopTests
{
    [Fact]
    public Task Goes_as_it_is_told() => Story.RunAsync("shop", "postgresql");
}

public class SqliteVerifyTests
{
    [Fact]
    public Task Goes_as_it_is_told() => Story.RunAsync("verify", "sqlite");
}

public class PostgreSqlVerifyTests
{
    [Fact]
    public Task Goes_as_it_is_told() => Story.RunAsync("verify", "postgresql");
}

public class SqliteBundleTests
{
    [Fact]
    public Task Goes_as_it_is_told() => Story.RunAsync("bundle_without_runtime", "sqlite");
}

public class PostgreSqlBundleTests
{
    [Fact]
    public Task Goes_as_it_is_told() => Story.RunAsync("bundle", "postgresql");
}

public class SqliteStoryTests
{
    public static TheoryData<string> Stories() => Story.NamesFor("sqlite", except: ["shop", "verify", "bundle_without_runtime"]);

    [Theory]
    [MemberData(nameof(Stories))]
    public Task Goes_as_it_is_told_on_SQLite(string story) => Story.RunAsync(story, "sqlite");
}

public class PostgreSqlStoryTests
{
    public static TheoryData<string> Stories() => Story.NamesFor("postgresql", except: ["shop", "verify", "bundle"]);

    [Theory]
    [MemberData(nameof(Stories))]
    public Task Goes_as_it_is_told_on_PostgreSQL(string story) => Story.RunAsync(story, "postgresql");
}

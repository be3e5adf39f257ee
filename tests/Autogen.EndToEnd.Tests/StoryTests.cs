using Autogen.EndToEnd.Tests.Running;

// Half of a command's time is a build that waits for something: more at once than there are processors.
[assembly: Xunit.v3.Parallelization(MaxThreads = 4)]

namespace Autogen.EndToEnd.Tests;

// The runner runs classes beside each other, and the cases of one class one after the other: the long stories have classes of their own.

public class SqliteShopTests
{
    [Fact]
    public Task Runs_as_its_story_says() => Story.RunAsync("shop", "sqlite");
}

public class PostgreSqlShopTests
{
    [Fact]
    public Task Runs_as_its_story_says() => Story.RunAsync("shop", "postgresql");
}

public class SqliteVerifyTests
{
    [Fact]
    public Task Runs_as_its_story_says() => Story.RunAsync("verify", "sqlite");
}

public class PostgreSqlVerifyTests
{
    [Fact]
    public Task Runs_as_its_story_says() => Story.RunAsync("verify", "postgresql");
}

public class SqliteBundleTests
{
    [Fact]
    public Task Runs_as_its_story_says() => Story.RunAsync("bundle_without_runtime", "sqlite");
}

public class PostgreSqlBundleTests
{
    [Fact]
    public Task Runs_as_its_story_says() => Story.RunAsync("bundle", "postgresql");
}

public class SqliteStoryTests
{
    public static TheoryData<string> Stories() => Story.NamesFor("sqlite", except: ["shop", "verify", "bundle_without_runtime"]);

    [Theory]
    [MemberData(nameof(Stories))]
    public Task Runs_as_its_story_says_on_SQLite(string story) => Story.RunAsync(story, "sqlite");
}

public class PostgreSqlStoryTests
{
    public static TheoryData<string> Stories() => Story.NamesFor("postgresql", except: ["shop", "verify", "bundle"]);

    [Theory]
    [MemberData(nameof(Stories))]
    public Task Runs_as_its_story_says_on_PostgreSQL(string story) => Story.RunAsync(story, "postgresql");
}

using Autogen.Tool;
using Autogen.Tool.Commands;

namespace Autogen.EndToEnd.Tests;

public class InvocationTests
{
    [Theory]
    [InlineData("upgrade head", "upgrade head", "")]
    [InlineData("upgrade head -- --tenant 7", "upgrade head", "--tenant 7")]
    [InlineData("verify -- a -- b", "verify", "a -- b")]
    [InlineData("check --", "check", "")]
    public void Arguments_after_two_dashes_are_the_applications(string line, string own, string application)
    {
        var invocation = Invocation.Of(line.Split(' '));
        Assert.Equal(own, string.Join(' ', invocation.Own));
        Assert.Equal(application, string.Join(' ', invocation.ApplicationArguments));
    }

    [Theory]
    [InlineData("upgrade head --dryrun")]
    [InlineData("downgrade -1 --dry_run")]
    [InlineData("revision -m x --autogenerat")]
    [InlineData("check now")]
    [InlineData("current --check-head")]
    [InlineData("adopt --from-alembic")]
    public void What_nobody_knows_is_refused(string line)
        => Assert.NotEmpty(AutogenCommandLine.Create().Parse(ArgumentRewriting.Rewrite(line.Split(' '))).Errors);

    [Theory]
    [Case("W7")]
    [InlineData("migrations add Initial", "There is no command 'migrations add'. Did you mean 'revision --autogenerate -m MSG'?")]
    [InlineData(
        "migrations remove", "There is no command 'migrations remove'. A revision that no database has is removed by deleting its file;")]
    [InlineData("migrations", "There is no command 'migrations'. Did you mean 'revision --autogenerate'?")]
    [InlineData("migrations squash", "There is no command 'migrations'. Did you mean 'revision --autogenerate'?")]
    [InlineData("database update", "There is no command 'database'. Did you mean 'upgrade head'?")]
    [InlineData("Database Drop --force", "There is no command 'Database Drop'. A database is not dropped by this tool;")]
    [InlineData("dbcontext scaffold x y", "There is no command 'dbcontext scaffold'. The model is written by people")]
    [InlineData("showmigrations", "There is no command 'showmigrations'. Did you mean 'status'?")]
    [InlineData("upgrdae", "There is no command 'upgrdae'. Did you mean 'upgrade'?")]
    [InlineData("xyzzy", "There is no command 'xyzzy'.")]
    public void Words_of_other_tools_lead_to_the_command_that_does_the_same(string line, string expected)
    {
        var words = line.Split(' ');
        Assert.StartsWith(
            expected, Assert.Single(CommandLineErrors.Of(AutogenCommandLine.Create().Parse(words), words)), StringComparison.Ordinal);
    }
}

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
}

using Autogen.Upgrading.Records;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading;

public class ActorTests
{
    [Theory]
    [Case("W6")]
    [InlineData("", "root on build-7")]
    [InlineData("GITHUB_ACTOR=alice", "alice on build-7")]
    [InlineData("BUILD_REQUESTEDFOR=Renée Müller", "Renée Müller on build-7")]
    [InlineData("GITLAB_USER_LOGIN=bob,AUTOGEN_ACTOR=the DBA", "the DBA on build-7")]
    [InlineData("AUTOGEN_ACTOR= ,GITLAB_USER_LOGIN=bob", "bob on build-7")]
    [InlineData("AUTOGEN_ACTOR=two\nlines", "two lines on build-7")]
    public void The_log_names_the_person_before_the_user_of_a_container(string variables, string expected)
    {
        var set = variables.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(
            pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        Assert.Equal(expected, Actor.Describe(name => set.GetValueOrDefault(name), "root", "build-7"));
    }
}

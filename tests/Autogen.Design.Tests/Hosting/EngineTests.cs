using System.Diagnostics;
using System.Runtime.CompilerServices;
using Autogen.Host;
using Autogen.Messages;

namespace Autogen.Design.Tests.Hosting;

public class EngineTests
{
    public static TheoryData<string> Requests
        => [.. RequestTypes().Where(type => type != typeof(BundleRequest)).Select(type => type.Name)]; // answered without a session

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Every_request_has_a_command(string name)
    {
        var request = (HostRequest)RuntimeHelpers.GetUninitializedObject(RequestTypes().Single(type => type.Name == name));
        var failure = await Record.ExceptionAsync(async () => await Engine.RunAsync(session: null!, request, CancellationToken.None));
        Assert.IsNotType<UnreachableException>(failure);
        Assert.NotNull(failure); // the command has no session
    }

    private static IEnumerable<Type> RequestTypes()
        => typeof(HostRequest).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(HostRequest)));
}

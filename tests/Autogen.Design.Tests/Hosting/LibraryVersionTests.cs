using Autogen.Host.Session;
using Autogen.Schema;

namespace Autogen.Design.Tests.Hosting;

public class LibraryVersionTests
{
    [Fact]
    public void A_library_of_another_version_than_the_tool_is_refused()
    {
        var refused = Assert.Throws<AutogenException>(() => LibraryVersion.Require("9.9.9+abc"));
        Assert.Equal(ErrorCode.VersionMismatch, refused.Code);
        Assert.Contains("9.9.9,", refused.Message, StringComparison.Ordinal);
    }
}

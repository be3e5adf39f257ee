using System.Diagnostics;
using Autogen.EndToEnd.Tests.Running;

namespace Autogen.EndToEnd.Tests;

[Case("F4")]
public class PromptTests
{
    [Fact]
    public async Task An_engine_that_dies_while_its_question_is_open_ends_the_command()
    {
        await using var workspace = await Workspace.CreateAsync("sqlite");
        var project = workspace.CopySample("Shop");
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["SHOP_DATABASE"] = workspace.Connection };
        await SucceedAsync("dotnet", "autogen", "init");
        await SucceedAsync("dotnet", "autogen", "revision", "--autogenerate", "-m", "create tables");
        await SucceedAsync("dotnet", "autogen", "upgrade", "head");
        await SucceedAsync(
            "sed",
            "-i",
            "s/public .*string Name /[System.ComponentModel.DataAnnotations.Schema.Column(\"full name\")] &/",
            "Model/Customer.cs");

        var (exitCode, shown) = await PackedTool.RunOnTerminalAsync(
            project,
            ["dotnet", "autogen", "revision", "--autogenerate", "-m", "rename"],
            environment,
            [
                tool =>
                {
                    Process.GetProcessById(EngineOf(tool)).Kill();
                    return null;
                }
            ]);
        Assert.Equal(1, exitCode);
        Assert.Contains("Did you rename 'Customers.Name' to 'full name'? [y/N] ", shown, StringComparison.Ordinal);
        Assert.Contains("The engine ended with exit code 137 and without an answer", shown, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(project, "Revisions")));

        async Task SucceedAsync(params string[] command)
        {
            var result = await PackedTool.RunAsync(project, command, environment);
            Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        }
    }

    // Any thread of the tool may have started it.
    private static int EngineOf(int tool)
        => Directory.GetDirectories($"/proc/{tool}/task")
            .SelectMany(thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(id => int.Parse(id, System.Globalization.CultureInfo.InvariantCulture))
            .Single(id => File.ReadAllText($"/proc/{id}/cmdline").Contains("Autogen.Host.dll", StringComparison.Ordinal));
}

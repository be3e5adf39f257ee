using System.Globalization;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading.Leasing;

/// <summary>
/// The protocol of the lease, by a model. <c>AUTOGEN_LEASE_STEPS=1000000</c> has it take more steps, <c>AUTOGEN_LEASE_SEED</c> repeats a
/// run.
/// </summary>
public class LeaseModelTests(ITestOutputHelper output)
{
    private const int Steps = 50_000;

    [Fact]
    [Case("S3")]
    public void Nothing_is_applied_twice_or_lost_and_everybody_gets_to_the_end()
    {
        var steps = Number("AUTOGEN_LEASE_STEPS") ?? Steps;
        var seed = Number("AUTOGEN_LEASE_SEED") ?? Random.Shared.Next();
        var fault = new LeaseModel(seed).Run(steps);
        output.WriteLine($"seed {seed}, {steps} steps: {fault ?? "no fault"}");
        Assert.Null(fault);
    }

    [Theory]
    [Case("S3")]
    [InlineData("ChecksNoFence")]
    [InlineData("LeavesStatements")]
    [InlineData("SendsLate")]
    public void The_model_finds_what_is_left_out_of_the_protocol(string name)
        => Assert.NotNull(new LeaseModel(1, Enum.Parse<ModelBreaks>(name)).Run(1_000_000));

    private static int? Number(string variable)
        => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}

using System.Reflection;
using k8s;
using k8s.Models;

namespace Autogen.Samples.Tests;

public class KubernetesTests
{
    private static readonly string folder = Path.Combine(
        typeof(KubernetesTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(
            metadata => metadata.Key == "RepositoryRoot").Value!,
        "samples",
        "kubernetes");

    [Fact]
    public async Task The_indexed_job_is_one_and_has_a_part_for_each_pod()
    {
        var job = await ReadAsync("fleet-upgrade.yaml");
        Assert.Equal(("Indexed", 4, 4), (job.Spec.CompletionMode, job.Spec.Completions, job.Spec.Parallelism));
        var command = Assert.Single(job.Spec.Template.Spec.Containers).Command;
        Assert.Equal($"/{job.Spec.Completions}", command[command.IndexOf("--shard") + 1]);
        Assert.Equal("Never", job.Spec.Template.Spec.RestartPolicy);
    }

    [Fact]
    public async Task The_job_of_the_ledger_is_one_and_names_its_run()
    {
        var job = await ReadAsync("fleet-ledger.yaml");
        var command = Assert.Single(job.Spec.Template.Spec.Containers).Command;
        Assert.EndsWith(command[command.IndexOf("--ledger") + 1], job.Metadata.Name, StringComparison.Ordinal);
    }

    // Strict: a key that Kubernetes does not know is refused.
    private static async Task<V1Job> ReadAsync(string file)
        => KubernetesYaml.Deserialize<V1Job>(await File.ReadAllTextAsync(Path.Combine(folder, file)), strict: true);
}

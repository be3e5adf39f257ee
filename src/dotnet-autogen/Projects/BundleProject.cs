using System.Security;
using System.Text.RegularExpressions;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Schema;
using Autogen.Tool.Output;

namespace Autogen.Tool.Projects;

/// <summary>
/// The project that a bundle is published from: generated, beside the startup project's intermediate output so that its package sources and
/// SDK are used, and deleted afterwards. It refers to the application's projects and to <c>Autogen.Bundle</c>, which comes with the tool.
/// </summary>
internal static partial class BundleProject
{
    private const string Name = "autogen-bundle";

    private const string Program =
        """
        namespace Autogen.Bundles.Generated;

        internal static class Program
        {
            private static global::System.Threading.Tasks.Task<int> Main(string[] arguments) => global::Autogen.Bundles.BundleProgram.RunAsync(typeof(Program).Assembly, arguments);
        }

        """;

    /// <summary>Publishes the bundle.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.BundleFailed"/>, <see cref="ErrorCode.RuntimePackMissing"/>.</exception>
    public static async Task PublishAsync(
        BundleManifest manifest,
        IReadOnlyList<ProjectFile> projects,
        BuildResult build,
        BundleOptions options,
        Terminal terminal,
        CancellationToken cancellationToken)
    {
        var library = Path.Combine(AppContext.BaseDirectory, "bundle", "Autogen.Bundle.dll");
        if (!File.Exists(library))
            throw new AutogenException(
                ErrorCode.EngineFailed, $"What a bundle is made with is not there: {library}. Install the tool again.");
        var folder = Path.Combine(build.StartupDirectory, "obj", Name);
        Delete(folder);
        Directory.CreateDirectory(folder);
        try
        {
            // What the repository says of all its projects (styles, analysers, output folders) is not about this
            // one; the versions of packages are.
            foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets" })
                await File.WriteAllTextAsync(Path.Combine(folder, file), "<Project />\n", cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), Program, cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, BundleManifest.Resource), HostProtocol.Write(manifest), cancellationToken);
            await File.WriteAllTextAsync(
                Path.Combine(folder, Name + ".csproj"), Text(projects, build, options, library), cancellationToken);
            if (Path.Combine(build.StartupDirectory, "runtimeconfig.template.json") is var template && File.Exists(template))
                File.Copy(template, Path.Combine(folder, Path.GetFileName(template)));
            await RunAsync(folder, options, terminal, cancellationToken);
            Directory.CreateDirectory(Path.GetDirectoryName(options.Output)!); // a file has a folder
            File.Move(
                Directory.GetFiles(Path.Combine(folder, "out"), Name + "*").Single(file => Path.GetExtension(file) is "" or ".exe"),
                options.Output,
                overwrite: true);
        }
        finally
        {
            Delete(folder);
        }
    }

    /// <summary>The project's text.</summary>
    internal static string Text(IReadOnlyList<ProjectFile> projects, BuildResult build, BundleOptions options, string library)
    {
        var references = string.Concat(
            projects.Distinct().Select(project => $"    <ProjectReference Include=\"{Xml(project.Path)}\" />\n"));
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>{Xml(build.TargetFramework)}</TargetFramework>
                <AssemblyName>{Name}</AssemblyName>
                {(options.Runtime is { } runtime ? $"<RuntimeIdentifier>{Xml(runtime)}</RuntimeIdentifier>" : "<UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier>")}
                <SelfContained>{(options.IsSelfContained ? "true" : "false")}</SelfContained>
                <PublishSingleFile>true</PublishSingleFile>
                <IncludeNativeLibrariesForSelfExtract>true</IncludeNativeLibrariesForSelfExtract>
                <PublishDir>out/</PublishDir>
                <DebugType>none</DebugType>
                <EnableDefaultItems>false</EnableDefaultItems>
                <SatelliteResourceLanguages>en</SatelliteResourceLanguages>
                <TieredPGO>false</TieredPGO>
                <InvariantGlobalization>{Xml(build.InvariantGlobalization)}</InvariantGlobalization>
                <NoWarn>$(NoWarn);{Xml(build.NoWarn)}</NoWarn>
                <NuGetAudit>false</NuGetAudit>
                <!-- The application is an executable, and not self-contained by itself; files beside it (settings) are not taken along. -->
                <ValidateExecutableReferencesMatchSelfContained>false</ValidateExecutableReferencesMatchSelfContained>
                <ErrorOnDuplicatePublishOutputFiles>false</ErrorOnDuplicatePublishOutputFiles>
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="Program.cs" />
                <EmbeddedResource Include="{BundleManifest.Resource}" LogicalName="{BundleManifest.Resource}" />
                <Reference Include="Autogen.Bundle" HintPath="{Xml(library)}" />
            {references.TrimEnd('\n')}
              </ItemGroup>
            </Project>

            """;
    }

    /// <summary>What a publish that failed says, for people.</summary>
    internal static AutogenException Failed(string output, BundleOptions options)
    {
        var missing = MissingPackage()
            .Matches(output)
            .Select(match => match.Groups["id"].Value)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (missing.Count > 0 && missing.TrueForAll(id => RuntimePack().IsMatch(id)))
        {
            var runtime = options.Runtime ?? "this machine's runtime";
            return new AutogenException(
                ErrorCode.RuntimePackMissing,
                $"A bundle for {runtime} needs the .NET runtime's packages for it, and no package source has {string.Join(", ", missing)}. "
                    + "nuget.org has them: add it, or a mirror of it, as a source; or choose another runtime "
                + "with --target-runtime.")
            {
                Details = new Dictionary<string, string>(StringComparer.Ordinal) { ["packages"] = string.Join(',', missing) },
            };
        }

        return new AutogenException(ErrorCode.BundleFailed, $"The bundle can't be built:\n{BuildErrors.Of(output)}");
    }

    private static async Task RunAsync(string folder, BundleOptions options, Terminal terminal, CancellationToken cancellationToken)
    {
        var arguments = new List<string> { "publish", Name + ".csproj", "-c", options.Configuration, "-nologo", "-v:q", "-tl:off" };
        if (options.NoBuild)
            arguments.Add("-p:BuildProjectReferences=false");
        terminal.Verbose($"dotnet {string.Join(' ', arguments)}");
        var (exitCode, output, errors) = await ProcessOutput.RunAsync("dotnet", arguments, folder, cancellationToken);
        if (exitCode != 0)
            throw Failed(output + "\n" + errors, options);
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static string Xml(string text) => SecurityElement.Escape(text);

    // NU1101: no such package; NU1102: not of that version.
    [GeneratedRegex(
        @"NU110[12]: Unable to find package (?<id>[\w.\-]*\w)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MissingPackage();

    [GeneratedRegex(
        @"^Microsoft\.(NETCore|AspNetCore|WindowsDesktop)\.App\.(Runtime|Host)\.|^runtime\.",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex RuntimePack();
}

using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Autogen.Design.Verification;

/// <summary>Compiles revisions' files in memory, against what this process runs with, as an application's build would.</summary>
internal static class RevisionCompiler
{
    // The compiler of the SDK is told the same: a reference to an older version of an assembly is unified with the newer one.
    private static readonly Dictionary<string, ReportDiagnostic> unified = new(StringComparer.Ordinal)
    {
        ["CS1701"] = ReportDiagnostic.Suppress,
        ["CS1702"] = ReportDiagnostic.Suppress
    };

    // What the references mean is worked out once: compilations that differ in their files only share it. Each assembly has a context of
    // its own, so one name does for all.
    private static readonly Lazy<CSharpCompilation> empty = new(() => CSharpCompilation.Create(
        "Revisions",
        references: Paths().Select(path => MetadataReference.CreateFromFile(path)),
        options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            warningLevel: 9999,
            specificDiagnosticOptions: unified)));

    /// <summary>The assembly of those files.</summary>
    /// <param name="files">Their texts.</param>
    /// <param name="least">What counts as an error: warnings, too, where it is <see cref="DiagnosticSeverity.Warning"/>.</param>
    /// <exception cref="InvalidOperationException">A file does not compile.</exception>
    public static Assembly Compile(IEnumerable<string> files, DiagnosticSeverity least)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose);
        var texts = files.ToList();
        var compilation = empty.Value.AddSyntaxTrees(
            texts.Select((text, index) => CSharpSyntaxTree.ParseText(text, options, $"Revision{index}.cs")));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        var diagnostics = result.Diagnostics.Where(diagnostic => diagnostic.Severity >= least).ToList();
        if (diagnostics.Count > 0)
            throw new InvalidOperationException($"{string.Join('\n', diagnostics)}\n\n{string.Join("\n----\n", texts)}");

        stream.Position = 0;
        return new AssemblyLoadContext(compilation.AssemblyName, isCollectible: true).LoadFromStream(stream);
    }

    // What is loaded goes before what could be: the engine runs with the application's assemblies, and some of its own.
    private static IEnumerable<string> Paths()
        => AssemblyLoadContext.Default.Assemblies.Where(assembly => !assembly.IsDynamic && assembly.Location.Length > 0)
            .Select(assembly => assembly.Location)
            .Concat((AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(
                Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            .DistinctBy(Path.GetFileNameWithoutExtension, StringComparer.OrdinalIgnoreCase);
}

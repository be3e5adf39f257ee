using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Autogen.Scenarios.Running;

/// <summary>Compiles revisions' files as an application's build would, with every warning an error.</summary>
internal static class RevisionCompiler
{
    private static readonly IReadOnlyList<MetadataReference> references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // The compiler of the SDK is told the same: a reference to an older version of an assembly is unified with the newer one.
    private static readonly Dictionary<string, ReportDiagnostic> unified = new(StringComparer.Ordinal) { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress };

    /// <summary>The assembly of those files.</summary>
    /// <exception cref="InvalidOperationException">A file does not compile, or only with warnings.</exception>
    public static Assembly Compile(IEnumerable<string> files)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose);
        var texts = files.ToList();
        var compilation = CSharpCompilation.Create(
            "Revisions_" + Guid.NewGuid().ToString("N"),
            texts.Select((text, index) => CSharpSyntaxTree.ParseText(text, options, $"Revision{index}.cs")),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999,
                specificDiagnosticOptions: unified));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        var diagnostics = result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ToList();
        if (diagnostics.Count > 0)
            throw new InvalidOperationException($"{string.Join('\n', diagnostics)}\n\n{string.Join("\n----\n", texts)}");

        stream.Position = 0;
        return new AssemblyLoadContext(compilation.AssemblyName, isCollectible: true).LoadFromStream(stream);
    }
}

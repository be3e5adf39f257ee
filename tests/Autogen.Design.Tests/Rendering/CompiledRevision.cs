using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Tests.Rendering;

/// <summary>Compiles a revision's text as a user's project would, strictly, and runs it on EF Core's builder.</summary>
internal static class CompiledRevision
{
    private static readonly Lazy<MetadataReference[]> References = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(p => MetadataReference.CreateFromFile(p))]);

    /// <summary>What MSBuild silences in every project: assemblies compiled against an older version of another.</summary>
    private static readonly Dictionary<string, ReportDiagnostic> UsuallySilent = new(StringComparer.Ordinal)
    {
        ["CS1701"] = ReportDiagnostic.Suppress,
        ["CS1702"] = ReportDiagnostic.Suppress
    };

    /// <summary>
    /// The revision of the text, and all it says: a warning of any kind fails, with the project's nullable context on and off,
    /// and with documentation demanded.
    /// </summary>
    internal static Revision Compile(string text, string? typeName = null, string alongside = "")
    {
        _ = Emit(text, alongside, NullableContextOptions.Disable);
        var assembly = AssemblyLoadContext.Default.LoadFromStream(Emit(text, alongside, NullableContextOptions.Enable));
        var type = assembly.GetExportedTypes().Single(t => t.IsSubclassOf(typeof(Revision)));
        if (typeName is not null)
            Assert.Equal(typeName, type.Name);
        return (Revision)Activator.CreateInstance(type)!;
    }

    internal static IReadOnlyList<MigrationOperation> Upgrade(Revision revision) => Run(revision.Upgrade);

    internal static IReadOnlyList<MigrationOperation> Downgrade(Revision revision) => Run(revision.Downgrade);

    private static List<MigrationOperation> Run(Action<MigrationBuilder> method)
    {
        var builder = new MigrationBuilder("Npgsql.EntityFrameworkCore.PostgreSQL");
        method(builder);
        return builder.Operations;
    }

    private static MemoryStream Emit(string text, string alongside, NullableContextOptions nullable)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose);
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            generalDiagnosticOption: ReportDiagnostic.Error,
            warningLevel: 9999,
            nullableContextOptions: nullable,
            specificDiagnosticOptions: UsuallySilent);
        var compilation = CSharpCompilation.Create(
            "Revision" + Guid.NewGuid().ToString("N"),
            [CSharpSyntaxTree.ParseText(text, parse), CSharpSyntaxTree.ParseText(alongside, parse)],
            References.Value,
            options);
        var stream = new MemoryStream();
        var problems = compilation.Emit(stream).Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString());
        Assert.True(!problems.Any(), $"nullable {nullable}:\n{string.Join('\n', problems)}\n\n{text}");
        stream.Position = 0;
        return stream;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autogen.Tool.Sources;

/// <summary>A connection string that the sources ask the configuration for.</summary>
/// <param name="Name">Its name: <c>Shop</c> of <c>GetConnectionString("Shop")</c>.</param>
/// <param name="Context">The context that it is for, as <c>AddDbContext</c> names it; <see langword="null"/> if unknown.</param>
/// <param name="Method">The method that chooses the provider: <c>UseSqlite</c>; <see langword="null"/> if unknown.</param>
/// <param name="IsOfContext">Whether it is used where a context is configured.</param>
internal sealed record ConnectionName(string Name, string? Context, string? Method, bool IsOfContext);

/// <summary>Finds the connection strings that an application asks for by name. By syntax alone: the project need not compile.</summary>
internal static class ConnectionNames
{
    private const string Section = "ConnectionStrings";

    private static readonly string[] configures =
    [
        "AddDbContext", "AddDbContextPool", "AddDbContextFactory", "AddPooledDbContextFactory", "AddNpgsql", "AddSqlite",
        "AddNpgsqlDataSource", "NpgsqlDataSourceBuilder", "UseNpgsql", "UseSqlite",
    ];

    /// <summary>Those of the C# files in folders.</summary>
    public static IReadOnlyList<ConnectionName> Of(IEnumerable<string> folders)
        => [.. folders.Distinct(StringComparer.Ordinal).SelectMany(Files).Distinct(StringComparer.Ordinal)
            .SelectMany(file => In(File.ReadAllText(file)))];

    /// <summary>Those of a text.</summary>
    public static IEnumerable<ConnectionName> In(string text)
    {
        if (!text.Contains("ConnectionString", StringComparison.Ordinal))
            return [];
        var root = CSharpSyntaxTree.ParseText(text).GetRoot();
        return root.DescendantNodes().OfType<LiteralExpressionSyntax>()
            .Where(literal => literal.IsKind(SyntaxKind.StringLiteralExpression))
            .SelectMany(literal => NameOf(literal) is { Length: > 0 } name ? UsesOf(literal, root, name) : []);
    }

    /// <summary>The one that a context's connection is for; <see langword="null"/> if it can't be told from others.</summary>
    /// <param name="names">What the sources ask for.</param>
    /// <param name="context">The context that the user chose.</param>
    public static ConnectionName? Choose(IReadOnlyList<ConnectionName> names, string? context)
    {
        var simple = context?.Split('.')[^1];
        var ofContext = names
            .Where(name => name.IsOfContext && (simple is null || name.Context is null || name.Context == simple))
            .ToList();
        var chosen = ofContext.Count > 0 ? ofContext : names;
        return chosen.DistinctBy(name => name.Name, StringComparer.OrdinalIgnoreCase).Count() == 1
            ? chosen.FirstOrDefault(name => name.Method is not null) ?? chosen[0]
            : null;
    }

    private static IEnumerable<string> Files(string folder)
        => Directory.EnumerateFiles(folder, "*.cs", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    // GetConnectionString("Shop"), GetSection("ConnectionStrings")["Shop"], ["ConnectionStrings:Shop"], "ConnectionStrings__Shop".
    private static string? NameOf(LiteralExpressionSyntax literal)
    {
        var text = literal.Token.ValueText;
        foreach (var prefix in new[] { Section + ":", Section + "__" })
        {
            if (text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return text[prefix.Length..];
        }

        return literal.Parent is ArgumentSyntax { Parent: { Parent: { } call } arguments } && IsAsked(call, arguments) ? text : null;
    }

    private static bool IsAsked(SyntaxNode call, SyntaxNode arguments) => (call, arguments) switch
    {
        (InvocationExpressionSyntax, ArgumentListSyntax) => NameOf(call) is "GetConnectionString" or "GetRequiredConnectionString",
        (ElementAccessExpressionSyntax access, _) => access.Expression is InvocationExpressionSyntax section
            && NameOf(section) == "GetSection"
            && section.ArgumentList.Arguments is [{ Expression: LiteralExpressionSyntax { Token.ValueText: Section } }],
        _ => false,
    };

    // Where it is written, and where the variable is used that it is put into.
    private static IEnumerable<ConnectionName> UsesOf(LiteralExpressionSyntax literal, SyntaxNode root, string name)
    {
        IEnumerable<SyntaxNode> places = [literal];
        if (literal.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is { } variable
            && !literal.Ancestors().TakeWhile(node => node != variable).Any(node => node is LambdaExpressionSyntax))
        {
            places = places.Concat(root.DescendantNodes().OfType<IdentifierNameSyntax>()
                .Where(identifier => identifier.Identifier.ValueText == variable.Identifier.ValueText));
        }

        return places.Select(place => Use(place, name));
    }

    private static ConnectionName Use(SyntaxNode place, string name)
    {
        var calls = place.Ancestors().Where(node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax).ToList();
        var configuring = calls.Where(call => configures.Contains(NameOf(call), StringComparer.Ordinal) || IsDataSource(call)).ToList();
        var context = configuring.Select(ContextOf).FirstOrDefault(type => type is not null);
        return new ConnectionName(
            name,
            context,
            configuring.Select(NameOf).FirstOrDefault(method => method is "UseNpgsql" or "UseSqlite"),
            configuring.Count > 0 || IsInContext(place));
    }

    private static bool IsDataSource(SyntaxNode call)
        => call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member }
            && member.Name.Identifier.ValueText == "Create"
            && member.Expression.ToString().EndsWith("DataSource", StringComparison.Ordinal);

    // OnConfiguring, or a factory for design time.
    private static bool IsInContext(SyntaxNode place)
        => place.Ancestors().OfType<ClassDeclarationSyntax>().FirstOrDefault()?.BaseList?.Types
            .Any(type => type.ToString().Contains("DbContext", StringComparison.Ordinal)) == true;

    private static string? ContextOf(SyntaxNode call)
        => call is InvocationExpressionSyntax invocation && SimpleName(invocation.Expression) is GenericNameSyntax generic
            ? generic.TypeArgumentList.Arguments[^1].ToString().Split('.')[^1]
            : null;

    private static string? NameOf(SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax invocation => SimpleName(invocation.Expression)?.Identifier.ValueText,
        ObjectCreationExpressionSyntax creation => (creation.Type as SimpleNameSyntax)?.Identifier.ValueText,
        _ => null,
    };

    private static SimpleNameSyntax? SimpleName(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax member => member.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        SimpleNameSyntax simple => simple,
        _ => null,
    };
}

using Autogen.Design.Rendering;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Tests.Rendering;

public class NameProperties
{
    /// <summary>Characters that have a meaning somewhere: to C#, to XML, to editors, to Unicode.</summary>
    private const string Odd =
        "aAzZ09_ \t\n\r\"'\\{}$@#&<>/*+-.,;:()[]%~`|?!=^\0\u00adäßé\u0301漢\u2028\u202e\u200b\ufeff\u0085\ud83d\ude00\ue000ʰ²ªǅ_class";

    private static Gen<string> Names { get; } = Gen.OneOf(
        Gen.Elements(
            "class",
            "string",
            "new",
            "x",
            "table",
            "ToString",
            "Equals",
            "op",
            "id",
            "Id",
            "ID",
            "_",
            "@id",
            "i\u200dd",
            "id\u00ad",
            "i_d",
            "i d",
            "i-d"),
        Gen.Choose(1, 24).SelectMany(n => Gen.ArrayOf(Gen.Elements<char>([.. Odd]), n)).Select(c => new string(c)),
        ArbMap.Default.GeneratorFor<NonEmptyString>().Select(s => s.Get)).Where(n => !string.IsNullOrWhiteSpace(n));

    [Fact]
    public void Any_name_comes_back_as_it_was()
    {
        var files = Names.ListOf(12).Zip(Names).Select(p => (Names: p.Item1.Distinct(StringComparer.Ordinal).ToArray(), Message: p.Item2));
        Prop.ForAll(files.ToArbitrary(), file =>
        {
            var operations = Operations(file.Names);
            var revision = RenderingCase.FileOf(file.Message, RenderingCase.Plain(operations), []);
            var compiled = CompiledRevision.Compile(RevisionRenderer.Render(revision), revision.Header.ClassName);
            Assert.Equal(OperationText.Of(operations), OperationText.Of(CompiledRevision.Upgrade(compiled)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));
    }

    private static MigrationOperation[] Operations(string[] names)
    {
        var table = new CreateTableOperation { Name = names[0], Schema = names[^1], Comment = names[^1] };
        table.Columns.AddRange(names.Select(n => new AddColumnOperation
        {
            Name = n,
            Table = names[0],
            Schema = names[^1],
            ClrType = typeof(string),
            DefaultValue = n,
            Comment = n
        }));
        table.PrimaryKey = new AddPrimaryKeyOperation { Name = names[0], Table = names[0], Schema = names[^1], Columns = names };
        table.CheckConstraints.Add(
            new AddCheckConstraintOperation { Name = names[0], Table = names[0], Schema = names[^1], Sql = names[^1] });
        var index = new CreateIndexOperation { Name = names[0], Table = names[0], Columns = names, Filter = names[^1] };
        index.AddAnnotation(names[0], names);
        return
        [
            table,
            index,
            new SqlOperation { Sql = string.Join('\n', names) },
            new RenameColumnOperation { Name = names[0], Table = names[0], NewName = names[^1] }
        ];
    }
}

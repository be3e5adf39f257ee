using Autogen.Tool.Output.Diff;
namespace Autogen.EndToEnd.Tests.Output;
public class DumpTests
{
    [Fact]
    public void Dump()
    {
        var folder = "/tmp/page";
        Directory.CreateDirectory(folder);
        void Both(string name, Autogen.Messages.DiffResult diff)
        {
            File.WriteAllText($"{folder}/{name}.html", DiffReport.Html(diff));
            File.WriteAllText($"{folder}/{name}.open.html", DiffReport.Html(diff).Replace("<details>", "<details open=\"open\">").Replace("<details class=\"block\">", "<details open=\"open\" class=\"block\">"));
            File.WriteAllText($"{folder}/{name}.md", DiffReport.Markdown(diff));
        }
        Both("rich", SampleDiff.Rich);
        Both("long", SampleDiff.Long(300));
        Both("hostile", SampleDiff.Named(HostileText.Name));
        Both("rtl", SampleDiff.Named("הזמנות שלי"));
        Both("verylong", SampleDiff.Named(new string('x', 300)));
        Both("accents", SampleDiff.Named("größe «Ünï» 顧客の住所"));
        Both("bidi", new Autogen.Messages.DiffResult { Command = "diff", Changes = [SampleDiff.Change("altered", "column", "הזמנות", "שם", "renamed column 'הזמנות.שם' to 'כתובת' -> 'עולם 5 אחד'")] });
        Both("empty", new Autogen.Messages.DiffResult { Command = "diff" });
    }
}

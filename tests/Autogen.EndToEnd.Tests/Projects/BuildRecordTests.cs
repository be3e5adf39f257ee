using Autogen.Tool.Projects;

namespace Autogen.EndToEnd.Tests.Projects;

public sealed class BuildRecordTests : IDisposable
{
    private const string Plain =
        """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><ProjectReference Include="..\lib\lib.csproj"/></ItemGroup></Project>""";
    private static readonly BuildOptions options = new(null, null, NoBuild: false);
    private readonly string folder = Directory.CreateTempSubdirectory("autogen-record-").FullName;
    private readonly ProjectFile project;

    public BuildRecordTests()
    {
        project = new ProjectFile(PathOf("app/app.csproj"));
        Write("app/app.csproj", Plain);
        Write("app/Program.cs");
        Write("app/Models/Größe 1.cs");
        Write("app/Models/bin/NotOutput.cs");
        Write("app/app.db");
        Write("lib/lib.csproj", """<Project Sdk="Microsoft.NET.Sdk"/>""");
        Write("lib/Order.cs");
        Write("Directory.Build.props", """<Project><PropertyGroup><Kind>$(AUTOGEN_TEST_KIND)</Kind></PropertyGroup></Project>""");
        Write("app/obj/project.assets.json", "{}");
        Write("app/obj/project.nuget.cache", $$"""{"expectedPackageFiles":["{{PathOf("packages/x.sha512").Replace('\\', '/')}}"]}""");
        Write("packages/x.sha512");
        Write("app/bin/app.dll");
        Write("app/bin/lib.dll");
    }

    [Fact]
    public void A_build_after_which_nothing_changed_is_up_to_date()
    {
        Assert.False(IsUpToDate());
        Build();
        Assert.True(IsUpToDate());
        Assert.False(BuildRecord.Take(project, options with { Configuration = "Release" }).IsUnchanged(PathOf("app/bin/app.dll")));
        Assert.False(BuildRecord.Take(project, options with { Framework = "net11.0" }).IsUnchanged(PathOf("app/bin/app.dll")));
    }

    [Theory]
    [InlineData("app/Program.cs")]
    [InlineData("app/Models/Größe 1.cs")]
    [InlineData("app/Models/bin/NotOutput.cs")]
    [InlineData("app/app.csproj")]
    [InlineData("lib/lib.csproj")]
    [InlineData("lib/Order.cs")]
    [InlineData("Directory.Build.props")]
    [InlineData("app/obj/project.assets.json")]
    [InlineData("app/bin/app.dll")]
    [InlineData("app/bin/lib.dll")]
    public void A_changed_older_or_deleted_file_needs_a_build(string file)
    {
        Build();
        File.AppendAllText(PathOf(file), " ");
        Assert.False(IsUpToDate());

        Build();
        File.SetLastWriteTimeUtc(PathOf(file), DateTime.UtcNow.AddYears(-1));
        Assert.False(IsUpToDate());

        Build();
        File.Delete(PathOf(file));
        Assert.False(IsUpToDate());
    }

    [Theory]
    [InlineData("app/New.cs")]
    [InlineData("app/Models/data.json")]
    [InlineData("lib/New.cs")]
    [InlineData("app/app.csproj.user")]
    [InlineData("lib/Directory.Build.targets")]
    [InlineData("Directory.Packages.props")]
    [InlineData("global.json")]
    [InlineData("nuget.config")]
    [InlineData(".editorconfig")]
    public void A_new_file_needs_a_build(string file)
    {
        Build();
        Write(file);
        Assert.False(IsUpToDate());
    }

    [Theory]
    [InlineData("app/app.db")]
    [InlineData("app/app.db-wal")]
    [InlineData("app/logs/today.log")]
    [InlineData("app/obj/Debug/x.cs")]
    [InlineData("app/.git/index")]
    [InlineData("app/node_modules/x/x.cs")]
    [InlineData("other/Program.cs")]
    public void What_no_build_reads_needs_none(string file)
    {
        Build();
        Write(file, "changed");
        Assert.True(IsUpToDate());
    }

    [Theory]
    [InlineData("app/Program.cs")]
    [InlineData("app/New.cs")]
    [InlineData("lib/Order.cs")]
    [InlineData("app/bin/app.dll")]
    public void Changed_source_files_need_no_restore(string file)
    {
        Assert.False(IsRestored());
        Build();
        Write(file, "changed");
        Assert.False(IsUpToDate());
        Assert.True(IsRestored());
    }

    [Theory]
    [InlineData("app/app.csproj")]
    [InlineData("lib/lib.csproj")]
    [InlineData("Directory.Build.props")]
    [InlineData("Directory.Packages.props")]
    [InlineData("nuget.config")]
    [InlineData("app/packages.lock.json")]
    [InlineData("app/app.csproj.user")]
    [InlineData("app/obj/project.assets.json")]
    [InlineData("lib/obj/project.assets.json")]
    public void A_file_that_a_restore_reads_or_has_written_needs_one_after_a_change(string file)
    {
        Build();
        Write(file, "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup/></Project>");
        Assert.False(IsRestored());
    }

    [Theory]
    [InlineData("""<Import Project="x.props"/>""")]
    [InlineData("""<Target Name="X"/>""")]
    [InlineData("""<Sdk Name="Other.Sdk" Version="1"/>""")]
    [InlineData("""<ItemGroup><Compile Include="../shared/*.cs"/></ItemGroup>""")]
    [InlineData("""<ItemGroup><Compile Include="$(Shared)/*.cs"/></ItemGroup>""")]
    [InlineData("""<ItemGroup><Compile Include="/shared/X.cs"/></ItemGroup>""")]
    [InlineData("""<ItemGroup><Reference Include="X"><HintPath>..\x.dll</HintPath></Reference></ItemGroup>""")]
    [InlineData("""<ItemGroup><ProjectReference Include="$(Lib)/lib.csproj"/></ItemGroup>""")]
    [InlineData("""<ItemGroup><ProjectReference Include="../missing/missing.csproj"/></ItemGroup>""")]
    [InlineData("""<PropertyGroup><V>$([System.IO.File]::ReadAllText('../v.txt'))</V></PropertyGroup>""")]
    [InlineData("""<PropertyGroup Condition="Exists('../x')"><V>1</V></PropertyGroup>""")]
    public void A_project_that_may_read_anything_is_built_every_time(string text)
    {
        foreach (var file in new[] { "app/app.csproj", "lib/lib.csproj", "Directory.Build.props" })
        {
            var before = File.ReadAllText(PathOf(file));
            Write(file, file == "app/app.csproj" ? Plain.Replace("</Project>", text + "</Project>") : $"<Project>{text}</Project>");
            Build();
            Assert.False(IsUpToDate(), file);
            Write(file, before);
        }
    }

    [Fact]
    public void A_linked_folder_makes_a_project_be_built_every_time()
    {
        Directory.CreateSymbolicLink(PathOf("app/linked"), PathOf("other"));
        Build();
        Assert.False(IsUpToDate());
    }

    [Fact]
    public void A_database_that_the_project_copies_to_its_output_counts()
    {
        Write("app/app.csproj", """<Project><ItemGroup><None Update="app.db" CopyToOutputDirectory="Always"/></ItemGroup></Project>""");
        Build();
        Write("app/app.db", "changed");
        Assert.False(IsUpToDate());
    }

    [Fact]
    public void A_variable_that_the_project_reads_counts()
    {
        Build();
        Environment.SetEnvironmentVariable("AUTOGEN_TEST_KIND", "other");
        try
        {
            Assert.False(IsUpToDate());
        }
        finally
        {
            Environment.SetEnvironmentVariable("AUTOGEN_TEST_KIND", null);
        }
    }

    [Fact]
    public void A_package_that_was_deleted_from_its_folder_needs_a_build()
    {
        Build();
        File.Delete(PathOf("packages/x.sha512"));
        Assert.False(IsUpToDate());
        Assert.False(IsRestored());
    }

    [Fact]
    public void A_file_that_changes_during_a_build_makes_the_next_command_build_again()
    {
        Build();
        var before = BuildRecord.Take(project, options);
        Write("app/Program.cs", "changed");
        before.Keep(PathOf("app/bin/app.dll"), BuildRecord.Take(project, options));
        Assert.False(IsUpToDate());
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a\nb\nc")]
    public void A_damaged_record_is_ignored(string text)
    {
        Build();
        Write("app/obj/app.autogen.build", text);
        Assert.False(IsUpToDate());
        Assert.False(IsRestored());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private bool IsUpToDate() => BuildRecord.Take(project, options).IsUnchanged(PathOf("app/bin/app.dll"));

    private bool IsRestored() => BuildRecord.Take(project, options).IsRestored();

    private void Build()
    {
        foreach (var output in new[] { "app/obj/project.assets.json", "app/bin/app.dll", "app/bin/lib.dll" })
            Write(output, Guid.NewGuid().ToString());
        foreach (var source in new[] { "app/Program.cs", "lib/Order.cs" })
            if (!File.Exists(PathOf(source)))
                Write(source);
        BuildRecord.Take(project, options).Keep(PathOf("app/bin/app.dll"), BuildRecord.Take(project, options));
    }

    private string PathOf(string file) => Path.Combine(folder, file);

    private void Write(string file, string text = "")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(
            PathOf(file), text.Length == 0 && Path.GetExtension(file) is ".props" or ".targets" or ".user" ? "<Project/>" : text);
    }
}

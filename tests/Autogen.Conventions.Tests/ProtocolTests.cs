using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Autogen.Messages;

namespace Autogen.Conventions.Tests;

/// <summary>Each message of the protocol comes out as it went in. New messages are found by reflection.</summary>
public class ProtocolTests
{
    private static readonly IReadOnlyList<Type> families = [typeof(HostRequest), typeof(HostEvent), typeof(Question), typeof(Answer)];

    public static TheoryData<string> Requests => [.. Members(typeof(HostRequest)).Select(type => type.Name)];

    [Fact]
    public void Every_message_has_its_name_in_the_protocol()
    {
        foreach (var family in families)
        {
            var named = family.GetCustomAttributes<JsonDerivedTypeAttribute>().ToList();
            Assert.Equal(Members(family).Order(ByName), named.Select(entry => entry.DerivedType).Order(ByName));
            Assert.Distinct(named.Select(entry => (string)entry.TypeDiscriminator!));
        }
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Every_property_of_a_request_arrives(string name)
    {
        var type = Members(typeof(HostRequest)).Single(member => member.Name == name);
        var request = (HostRequest)Sample(type, "request");
        var text = HostProtocol.Write(request);
        var read = HostProtocol.ReadRequest(text);
        Assert.IsType(type, read);
        Assert.Equal(text, HostProtocol.Write(read));
        Assert.DoesNotContain('\n', text);
        using var document = JsonDocument.Parse(text);
        Assert.Equal("command", document.RootElement.EnumerateObject().First().Name);
        Assert.Equal(
            Properties(type).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Append("command").Order(),
            document.RootElement.EnumerateObject().Select(property => property.Name).Order());
    }

    [Fact]
    public void A_request_without_options_is_complete()
    {
        var project = new ProjectRequest { ToolVersion = "1", Assembly = "a", StartupAssembly = "a" };
        var read = HostProtocol.ReadRequest(HostProtocol.Write(new UpgradeRequest { Project = project, Target = "head" }));
        Assert.Equal("head", Assert.IsType<UpgradeRequest>(read).Target);
        Assert.False(read.AnswersQuestions);
        Assert.Equal(60, read.Project.LockTimeoutSeconds);
    }

    [Fact]
    public void Questions_and_answers_arrive()
    {
        foreach (var question in Members(typeof(Question)).Select(type => (Question)Sample(type, "question")))
            Assert.Equal(new QuestionEvent(7, question), HostProtocol.ReadEvent(HostProtocol.Write(new QuestionEvent(7, question))));
        foreach (var answer in Members(typeof(Answer)).Select(type => (Answer)Sample(type, "answer")))
            Assert.Equal(new AnswerMessage(7, answer), HostProtocol.ReadAnswer(HostProtocol.Write(new AnswerMessage(7, answer))));
        Assert.Equal(new AnswerMessage(7, null), HostProtocol.ReadAnswer(HostProtocol.Write(new AnswerMessage(7, null))));
    }

    [Fact]
    public void A_manifest_arrives()
    {
        var manifest = (BundleManifest)Sample(typeof(BundleManifest), "manifest");
        var text = HostProtocol.Write(manifest);
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        Assert.Equal(text, HostProtocol.Write(HostProtocol.ReadManifest(stream)));
    }

    private static Comparer<Type> ByName { get; } = Comparer<Type>.Create((one, other) => string.CompareOrdinal(one.Name, other.Name));

    private static IEnumerable<Type> Members(Type family)
        => family.Assembly.GetTypes().Where(type => type is { IsAbstract: false } && family.IsAssignableFrom(type));

    private static IEnumerable<PropertyInfo> Properties(Type type)
        => type.GetProperties().Where(property => property.CanWrite && property.GetCustomAttribute<JsonIgnoreAttribute>() is null);

    // A value that is not the default, so that a property that does not arrive is missed.
    private static object Sample(Type type, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return $"{name} \u001e\"ä\n";
        if (type == typeof(bool))
            return true;
        if (type == typeof(int))
            return name.Length;
        if (type == typeof(double))
            return name.Length + 0.25;
        if (type == typeof(IReadOnlyList<string>))
            return new List<string> { name, "" };
        if (type == typeof(IReadOnlyList<FleetDatabase>))
            return new List<FleetDatabase> { (FleetDatabase)Sample(typeof(FleetDatabase), name) };
        if (type == typeof(IReadOnlyDictionary<string, string>))
            return new Dictionary<string, string>(StringComparer.Ordinal) { [name] = "" };
        if (type == typeof(IReadOnlyDictionary<string, RevisionComments>))
            return new Dictionary<string, RevisionComments>(StringComparer.Ordinal) { [name] = new([name], [""]) };
        Assert.True(type is { IsClass: true, IsAbstract: false } && !typeof(IEnumerable).IsAssignableFrom(type), $"No sample of {type}.");
        var constructor = type.GetConstructors().MinBy(candidate => candidate.GetParameters().Length)!;
        var sample = constructor.Invoke([.. constructor.GetParameters().Select(given => Sample(given.ParameterType, given.Name!))]);
        foreach (var property in Properties(type))
            property.SetValue(sample, Sample(property.PropertyType, property.Name));
        return sample;
    }
}

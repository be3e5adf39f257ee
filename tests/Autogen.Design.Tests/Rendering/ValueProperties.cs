using Autogen.Design.Rendering;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Tests.Rendering;

public class ValueProperties
{
    private static Gen<object> Values { get; } = Gen.OneOf(
        Of<sbyte>(), Of<byte>(), Of<short>(), Of<ushort>(), Of<int>(), Of<uint>(), Of<long>(), Of<ulong>(), Of<float>(), Of<double>(),
        Of<decimal>(), Of<bool>(), Of<char>(), Of<Guid>(),
        Of<DateTimeOffset>(), Of<DateOnly>(), Of<TimeOnly>(), Of<TimeSpan>(), Of<DayOfWeek>(), Of<byte[]>(), Of<int[]>(), Of<short?[]>(),
        Of<double[]>(), Of<string[]>(), Of<int[,]>(),
        ArbMap.Default.GeneratorFor<long>()
            .Zip(Gen.Elements(Enum.GetValues<DateTimeKind>()))
            .Select(p => (object)new DateTime(Math.Abs(p.Item1 * 7919 % DateTime.MaxValue.Ticks), p.Item2)),
        ArbMap.Default.GeneratorFor<long>().Select(t => (object)TimeSpan.FromTicks(t * 7919)));

    [Fact]
    public void Any_value_comes_back_as_it_was() => Prop.ForAll(Values.ListOf(60).ToArbitrary(), values =>
    {
        var operation = new AlterDatabaseOperation();
        foreach (var (index, value) in values.Index())
            operation.AddAnnotation($"A:{index:00}", value);
        var rendered = RevisionRenderer.Render(RenderingCase.FileOf("any value", RenderingCase.Plain(operation), []));
        Assert.Equal(OperationText.Of([operation]), OperationText.Of(CompiledRevision.Upgrade(CompiledRevision.Compile(rendered))));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    private static Gen<object> Of<T>() => ArbMap.Default.GeneratorFor<T>().Select(v => (object)v!);
}

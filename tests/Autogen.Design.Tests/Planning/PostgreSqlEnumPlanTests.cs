using Autogen.Schema.Objects;
using static Autogen.Design.Tests.Planning.Make;

namespace Autogen.Design.Tests.Planning;

/// <summary>Plans for enumerated types and their labels, run on the server: on tables with rows, there and back.</summary>
public class PostgreSqlEnumPlanTests
{
    private static readonly EnumType Mood = new(new("mood"), ["sad", "ok", "happy"]);

    [Fact]
    public async Task Removing_a_label_recreates_the_type_and_the_columns_dependents()
    {
        var current = Database(Keyed("p", Column("m", "mood", value: "'ok'"), Column("ms", "mood[]", true)) with
        {
            Indexes = [Index("ix_p_m", "m"), Index("ix_p_part", "id") with { Filter = new("m <> 'sad'::mood") }],
            CheckConstraints = [new("ck_p", new("m <> 'happy'::mood OR id > 0"))],
        }) with
        { EnumTypes = [Mood] };
        var target = current with { EnumTypes = [Mood with { Labels = ["happy", "ok", "sad", "so so, la la"] }] };
        var removed = current with { EnumTypes = [Mood with { Labels = ["sad", "happy", "ok"] }] };
        var fewer = current with { EnumTypes = [new(new("mood"), ["happy", "ok", "sad"])] };
        await using var run = await PostgreSqlRun.StartAsync(current, "INSERT INTO p VALUES (1, 'happy', '{sad,ok}'), (2, 'sad', NULL)");
        await run.GoAndReturnAsync(current, target);
        await run.GoAndReturnAsync(target, removed);
        await run.GoAndReturnAsync(removed, fewer);
        Assert.Equal("happy {sad,ok}", await run.QueryAsync("SELECT m || ' ' || ms::text FROM p WHERE id = 1"));
        Assert.Equal("'ok'::mood", await run.QueryAsync("SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef"));
        Assert.Equal("2", await run.QueryAsync("SELECT count(*) FROM pg_indexes WHERE indexname LIKE 'ix_p%'"));
        Assert.Equal("1", await run.QueryAsync("SELECT count(*) FROM pg_constraint WHERE conname = 'ck_p'"));
        Assert.Equal("mood", await run.QueryAsync("SELECT string_agg(typname, ',') FROM pg_type WHERE typtype = 'e'"));
    }

    [Fact]
    public async Task A_label_is_added_where_it_belongs()
    {
        var current = Database(Keyed("p", Column("m", "mood"))) with { EnumTypes = [Mood] };
        var target =
            current with { EnumTypes = [Mood with { Labels = ["angry", "worried", "sad", "fine, thanks", "ok", "happy", "it's great"] }] };
        await using var run = await PostgreSqlRun.StartAsync(current, "INSERT INTO p VALUES (1, 'happy')");
        await run.GoAndReturnAsync(current, target);
        Assert.Equal(
            "angry|worried|sad|fine, thanks|ok|happy|it's great",
            await run.QueryAsync("SELECT string_agg(enumlabel, '|' ORDER BY enumsortorder) FROM pg_enum"));
    }

    [Fact]
    public async Task A_label_is_added_and_used_in_one_revision()
    {
        var current = Database(Keyed("p", Column("m", "mood", value: "'ok'"))) with { EnumTypes = [Mood] };
        var target = Database(Keyed("p", Column("m", "mood", value: "'new'"), Column("n", "mood")) with
        {
            SeedRows = [Row(7, ("m", "new"), ("n", "ok"))]
        }) with
        {
            EnumTypes = [Mood with { Labels = ["first", "sad", "ok", "new", "happy"] }],
        };
        await using var run = await PostgreSqlRun.StartAsync(current, "INSERT INTO p VALUES (1, 'happy')");
        await run.ApplyAsync(TinyDiff.Of(current, target));
        Assert.Equal("first", await run.QueryAsync("SELECT n::text FROM p WHERE id = 1"));
        Assert.Equal("new", await run.QueryAsync("SELECT m::text FROM p WHERE id = 7"));
        await run.ApplyAsync(TinyDiff.Back(current, target));
        Assert.Equal("3", await run.QueryAsync("SELECT count(*) FROM pg_enum"));
    }

    [Fact]
    public async Task An_enumerated_type_is_dropped_after_its_column_became_text_and_created_again()
    {
        var current = Database(Keyed("p", Column("m", "mood", value: "'ok'"))) with { EnumTypes = [Mood] };
        var target = Database(Keyed("p", Column("m", value: "'ok'")));
        await using var run = await PostgreSqlRun.StartAsync(current, "INSERT INTO p VALUES (1, 'happy')");
        await run.GoAndReturnAsync(current, target);
        Assert.Equal("happy text", await run.QueryAsync("SELECT m || ' ' || pg_typeof(m) FROM p"));
        Assert.Equal("0", await run.QueryAsync("SELECT count(*) FROM pg_type WHERE typtype = 'e'"));
    }

    [Fact]
    public async Task An_enumerated_type_in_another_schema_with_an_odd_name_is_renamed_and_moved()
    {
        var current = Database(Keyed("p", Column("m", "\"Sch Ema\".\"Mo.od\""))) with
        {
            Schemas = ["Sch Ema"],
            EnumTypes = [new(new("Sch Ema", "Mo.od"), ["it's", "a,b"])]
        };
        var target = Database(Keyed("p", Column("m", "\"Select\""))) with { EnumTypes = [new(new("Select"), ["it's", "a,b"])] };
        await using var run = await PostgreSqlRun.StartAsync(current, "INSERT INTO p VALUES (1, 'a,b')");
        await run.GoAndReturnAsync(current, target, "Sch Ema.Mo.od=Select");
        Assert.Equal("\"Select\"", await run.QueryAsync("SELECT pg_typeof(m)::text FROM p"));
    }
}

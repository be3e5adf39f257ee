using Autogen.Tool.Sources;

namespace Autogen.EndToEnd.Tests.Sources;

[Case("W5")]
public class ConnectionNamesTests
{
    [Theory]
    [InlineData("""var c = builder.Configuration.GetConnectionString("Shop") ?? throw new(); Use(c);""")]
    [InlineData("""var c = configuration.GetRequiredConnectionString("Shop");""")]
    [InlineData("""var c = configuration["ConnectionStrings:Shop"]!;""")]
    [InlineData("""var c = configuration.GetSection("ConnectionStrings")["Shop"];""")]
    [InlineData("""var c = configuration.GetValue<string>("ConnectionStrings:Shop");""")]
    [InlineData("""var c = Environment.GetEnvironmentVariable("ConnectionStrings__Shop");""")]
    [InlineData("""services.AddDbContext<ShopContext>((s, o) => o.UseNpgsql(s.GetRequiredService<X>().GetConnectionString("Shop")));""")]
    public void Every_way_to_ask_is_found(string code) => Assert.Equal("Shop", Chosen(code)?.Name);

    [Theory]
    [InlineData("""var c = configuration["Shop"]; // GetConnectionString""")]
    [InlineData("""throw new("set the ConnectionString 'Shop'");""")]
    [InlineData("""var c = configuration.GetConnectionString(name);""")]
    public void Other_texts_are_not_names(string code) => Assert.Null(Chosen(code));

    [Theory]
    [InlineData("""builder.Services.AddDbContext<ShopContext>(o => o.UseNpgsql(config.GetConnectionString("Shop")));""")]
    [InlineData("""builder.Services.AddNpgsql<ShopContext>(config.GetConnectionString("Shop"));""")]
    [InlineData("""var s = config.GetConnectionString("Shop") ?? ""; services.AddDbContextPool<ShopContext>(o => o.UseMine(s));""")]
    [InlineData("""var s = new NpgsqlDataSourceBuilder(config.GetConnectionString("Shop")).Build();""")]
    [InlineData("""var s = NpgsqlDataSource.Create(config.GetConnectionString("Shop"));""")]
    [InlineData("""class C : DbContext { void OnConfiguring(B b) => b.UseAny(Config.GetConnectionString("Shop")); }""")]
    [InlineData("""class F : IDesignTimeDbContextFactory<C> { C Create() { return new(Config["ConnectionStrings:Shop"]); } }""")]
    public void Contexts_own_is_told_from_others(string code)
        => Assert.Equal(
            "Shop",
            Chosen($$"""{{code}} class Z { void M() { Redis.Connect(config.GetConnectionString("Redis")); } }""")?.Name);

    [Fact]
    public void Context_that_is_chosen_decides_between_two()
    {
        const string Code = """
            services.AddDbContext<ShopContext>(o => o.UseNpgsql(config.GetConnectionString("Shop")));
            services.AddDbContext<Data.UsersContext>(o => o.UseSqlite(config.GetConnectionString("Users")));
            """;
        Assert.Null(Chosen(Code));
        Assert.Equal(new ConnectionName("Users", "UsersContext", "UseSqlite", true), Chosen(Code, "Data.UsersContext"));
        Assert.Equal("Shop", Chosen(Code, "ShopContext")?.Name);
    }

    [Fact]
    public void Two_that_nothing_tells_apart_are_neither()
        => Assert.Null(Chosen("""Use(c.GetConnectionString("A"), c.GetConnectionString("B"));"""));

    private static ConnectionName? Chosen(string code, string? context = null)
        => ConnectionNames.Choose([.. ConnectionNames.In(code)], context);
}

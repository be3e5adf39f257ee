# The application upgrades its database when it starts, and what is published of it holds nothing of the tool.
@sample Shop
@set SHOP_DATABASE {connection}
$ dotnet autogen init -q
$ dotnet autogen revision --autogenerate -m 'create tables' -q

# A host: the package for hosts brings the other along.
$ sed -i s/Autogen.EntityFrameworkCore"/Autogen.EntityFrameworkCore.Hosting"/ Shop.csproj
@file Program.cs
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shop;

var builder = Host.CreateApplicationBuilder(args);
builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
builder.Services.AddDbContextPool<ShopContext>(options => options.UseDatabase(Environment.GetEnvironmentVariable("SHOP_DATABASE")));
builder.Services.AddAutogen<ShopContext>(options => options.UpgradeOnStartup = true);
builder.Services.AddHealthChecks().AddAutogen<ShopContext>();

await using (var application = builder.Build() as IAsyncDisposable)
{
    await ((IHost)application!).StartAsync();
    using var scope = ((IHost)application).Services.CreateScope();
    Console.WriteLine($"Customers: {await scope.ServiceProvider.GetRequiredService<ShopContext>().Customers.CountAsync()}");
}
@end
$ dotnet publish -o out -nologo -v q

# No Roslyn, no design time, nothing of the tool's.
@set LC_ALL C
$ sh -c 'ls out | grep -E "Autogen|CodeAnalysis|Design|System.CommandLine|Spectre|Templating|Humanizer"'
Autogen.EntityFrameworkCore.Hosting.dll
Autogen.EntityFrameworkCore.dll
Autogen.Schema.dll

$ dotnet out/Shop.dll
…
      Running upgrade of revision <id>, create tables
…
      Revision <id> is done (<n> ms)
info: Autogen.Hosting.StartupUpgrade[1]
      ShopContext: applied at start-up: <id>
Customers: 0
…

$ dotnet out/Shop.dll
info: Autogen.Hosting.StartupUpgrade[2]
      ShopContext: nothing to upgrade at start-up
Customers: 0
…

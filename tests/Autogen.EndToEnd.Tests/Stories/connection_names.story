# An application that can't be built without its connection string gets the one that was given, or the message names the variable.
# case W5
@databases sqlite postgresql
@sample Shop

$ dotnet autogen init
…

@file Program.cs
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shop;

var builder = Host.CreateApplicationBuilder(args);
var connection = builder.Configuration.GetConnectionString("Shop data")
    ?? throw new InvalidOperationException("Connection string 'Shop data' not found.");
builder.Services.AddDbContext<ShopContext>(options => options.UseDatabase(connection));
using var host = builder.Build();
@end

$ dotnet autogen revision --autogenerate -m 'create tables'
error AG0011: Shop.ShopContext could not be created: Connection string 'Shop data' not found. … The application asks for the connection string 'Shop data': set ConnectionStrings__Shop data=… in the environment.
=> 1

@set AUTOGEN_URL {connection}
$ dotnet autogen revision --autogenerate --no-build -m 'create tables'
The application asks for the connection string 'Shop data': it gets the one from AUTOGEN_URL.
Detected …
…

# The bundle of docs/deployment.md, with what its manifests give it.
$ dotnet autogen bundle -o migrate --framework-dependent -q
$ ./migrate upgrade
The application asks for the connection string 'Shop data': it gets the one from AUTOGEN_URL.
Running upgrade <base> -> <id>, create tables ... done (<n> ms)

$ dotnet autogen check -q
No new upgrade operations detected.

# Two that could be meant: neither gets it.
$ bash -c 'sed -i "s/^using var host/_ = builder.Configuration.GetConnectionString(\"Queue\") ?? throw new InvalidOperationException(\"No connection string Queue\");\n&/" Program.cs'
$ dotnet autogen current
The application asks for the connection string 'Shop data': it gets the one from AUTOGEN_URL.
error AG0011: Shop.ShopContext could not be created: No connection string Queue. … The application asks for the connection string 'Queue': set ConnectionStrings__Queue=… in the environment.
=> 1

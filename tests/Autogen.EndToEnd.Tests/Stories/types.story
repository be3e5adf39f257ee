# Types are what the catalogue says they are, whatever they are called.
# case D4
@databases postgresql
@sample Shop
@set SHOP_DATABASE {connection}

$ dotnet autogen init
…

$ dotnet autogen revision --autogenerate -m 'create tables'
…

$ dotnet autogen upgrade head
…

$ dotnet autogen sql 'CREATE DOMAIN orange AS text; CREATE TYPE pricerange AS (low numeric, high numeric)' --no-build
…

$ bash -c 'sed -i "s/product.HasIndex(p => p.Sku).IsUnique();/&\n        product.Property<string>(\"Fruit\").HasColumnType(\"orange\").IsRequired();/" Model/ProductConfiguration.cs'

$ dotnet autogen revision --autogenerate -m 'a fruit'
…
=> 0

# No value is known for a composite type.
$ bash -c 'sed -i "s/product.HasIndex(p => p.Sku).IsUnique();/&\n        product.Property<string>(\"Between\").HasColumnType(\"pricerange\").IsRequired();/" Model/ProductConfiguration.cs'

$ dotnet autogen upgrade head
…

$ dotnet autogen revision --autogenerate -m 'a range of prices'
…

$ bash -c 'grep -h "Gives\|Fails" Revisions/*fruit.cs Revisions/*prices.cs'
…

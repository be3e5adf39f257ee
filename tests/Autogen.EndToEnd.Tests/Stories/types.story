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

# A domain has the value of the type beneath, and no value is known for a composite type: somebody must give it.
$ bash -c 'sed -i "s/product.HasIndex(p => p.Sku).IsUnique();/&product.Property<string>(\"Fruit\").HasColumnType(\"orange\").IsRequired();product.Property<string>(\"Between\").HasColumnType(\"pricerange\").IsRequired();/" Model/ProductConfiguration.cs'

$ dotnet autogen revision --autogenerate -m 'odd types'
Detected added column '…Products.Between' pricerange NOT NULL
Detected added column '…Products.Fruit' orange NOT NULL
  ! fails if table '…Products' has rows (no rows at present): '…Products.Between' is required and has no default, and no value is known for its type 'pricerange', a composite type: give it one (--backfill …Products.Between=SQL, or HasDefaultValueSql)
  ! sets existing rows of '…Products' to '' in 'Fruit'
Generating Revisions/<id>_odd_types.cs ... done

$ bash -c 'grep -ho "// Fails if table\|a composite type: give it one\|to .. in .Fruit." Revisions/*odd_types.cs'
// Fails if table
a composite type: give it one
to '' in 'Fruit'

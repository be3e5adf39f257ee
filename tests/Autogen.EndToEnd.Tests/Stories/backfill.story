# Existing rows need a value that only a person knows: it is asked for beforehand, and given with --backfill.
# case D10
@databases sqlite
@sample Shop
@set SHOP_DATABASE {connection}

$ dotnet autogen init
…

$ dotnet autogen revision --autogenerate -m 'create tables'
…

$ dotnet autogen upgrade head
…

$ dotnet autogen sql 'INSERT INTO "Categories" ("Name") VALUES (char(65)), (char(66))' --no-build
…

$ bash -c 'sed -i "s/.OnDelete(DeleteBehavior.Restrict)/.IsRequired()&/" Model/CategoryConfiguration.cs'

$ dotnet autogen diff
made column 'Categories.ParentId' required
  ! fails if rows of 'Categories' have no value in 'ParentId' (2 rows at present), and it refers to 'Categories': give them one (--backfill Categories.ParentId=SQL)
…

$ dotnet autogen revision --autogenerate -m 'roots refer to themselves' --backfill Categories.Parent=1 --no-build
error AG0001: The value 'Categories.Parent=1' cannot be used: neither the model nor the database has a column 'Categories.Parent'. …
=> 2

$ dotnet autogen revision --autogenerate -m 'roots refer to themselves' --backfill 'Categories.ParentId="Id"' --no-build
Detected made column 'Categories.ParentId' required
  ! gives rows of 'Categories' that have no value in 'ParentId' the value "Id"
Generating Revisions/<id>_roots_refer_to_themselves.cs ... done

$ dotnet autogen upgrade head
Running upgrade <id> -> <id>, roots refer to themselves ... done (<n> ms)

$ dotnet autogen sql 'SELECT "Id", "ParentId" FROM "Categories"' --no-build
…
1  | 1
2  | 2
…

$ dotnet autogen check --no-build
No new upgrade operations detected.
…

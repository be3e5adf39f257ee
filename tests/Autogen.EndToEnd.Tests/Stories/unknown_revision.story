# The database is at a revision that no file has: a colleague's branch was upgraded, then another was checked out.
# case R6
@databases sqlite
@sample Shop
@set SHOP_DATABASE {connection}
@set GIT_AUTHOR_NAME t
@set GIT_AUTHOR_EMAIL t@example.org
@set GIT_COMMITTER_NAME t
@set GIT_COMMITTER_EMAIL t@example.org
@file .gitignore
bin
obj
@end
$ dotnet autogen init
…
$ dotnet autogen revision --autogenerate -m 'create tables' -q
$ git init -q -b main
$ git add -A
$ git commit -q -m one
$ git switch -q -c theirs
$ dotnet autogen revision -m 'their change' --rev-id cccc00000001
Generating Revisions/<id>_their_change.cs ... done
$ dotnet autogen upgrade head -q
$ git add -A
$ git commit -q -m two
$ git switch -q main

# The build still has it, and so has no file: without a build that is reported first.
$ dotnet autogen status
error AG0024: The database is at revision '<id>', which no file has: it was upgraded from another branch or by a newer version. It was applied … by …. Get the files: switch to that branch, or merge it. Or take the database back: 'dotnet autogen downgrade' on that branch. If the files are gone for good and the database is as another revision leaves it, run 'dotnet autogen stamp --purge REV'.
  Revision <id> is on branch 'theirs': Revisions/<id>_their_change.cs.
=> 1
$ dotnet autogen diff --no-build
error AG0024: …
  Revision <id> is on branch 'theirs': …
=> 1
$ dotnet autogen check --no-build
error AG0024: …
  Revision <id> is on branch 'theirs': …
=> 1
$ dotnet autogen revision --autogenerate -m x --no-build
error AG0024: …
  Revision <id> is on branch 'theirs': …
=> 1
$ dotnet autogen upgrade head --no-build
error AG0024: …
  Revision <id> is on branch 'theirs': …
=> 1
$ dotnet autogen upgrade head --sql --no-build
error AG0024: …
  Revision <id> is on branch 'theirs': …
=> 1
$ dotnet autogen downgrade base --no-build
error AG0024: …
  Revision <id> is on branch 'theirs': …
=> 1
$ dotnet autogen stamp head --no-build
error AG0024: …
  Revision <id> is on branch 'theirs': …
=> 1
$ dotnet autogen current --check-heads --no-build
error AG0024: …
  Revision <id> is on branch 'theirs': …
=> 1

# These only look: they say what they can.
$ dotnet autogen current --no-build
<id> (no file has this revision)
warning: The database is at revision '<id>', which no file has: …
warning: Revision <id> is on branch 'theirs': …
$ dotnet autogen history -i --no-build
<base> -> <id> (head) (not known), create tables
warning: The database is at revision '<id>', which no file has: …
warning: Revision <id> is on branch 'theirs': …
$ dotnet autogen show current --no-build
error AG0024: …
  Revision <id> is on branch 'theirs': …
=> 1

# Two ways on: the files, or a downgrade where they are.
$ git merge -q theirs
$ dotnet autogen status
[X] <id> (head) (current), their change
[X] <id>, create tables
The database is up to date.

# The sources have it and the build does not.
$ git reset -q --hard HEAD~1
$ dotnet autogen current -q
<id> (no file has this revision)
$ git merge -q theirs
$ dotnet autogen diff --no-build
warning: Revision <id> (Revisions/<id>_their_change.cs) is not in the build, so it does not count here. Run the command without --no-build.
error AG0024: The database is at revision '<id>' (Revisions/<id>_their_change.cs), which is not compiled into the build. Run the command without --no-build.
…
=> 1

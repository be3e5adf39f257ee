# Two branches of a team, applied, wound back, and made one line again.
@databases sqlite postgresql
@sample Shop
@set SHOP_DATABASE {connection}

$ dotnet autogen init
…

$ dotnet autogen revision --autogenerate -m 'create tables' --rev-id first1
…

$ dotnet autogen revision -m left --rev-id left01 --branch-label left
Generating Revisions/left01_left.cs ... done

$ dotnet autogen revision -m right --rev-id right1 --head first1 --splice --branch-label right
Generating Revisions/right1_right.cs ... done

$ dotnet autogen upgrade head
error AG0020: Multiple head revisions are present: left01, right1. Name one of them, say LABEL@head for one branch or 'heads' for all, or bring them together with 'dotnet autogen merge heads' or 'rebase'.
=> 1

$ dotnet autogen check --single-head --no-build
Multiple head revisions are present: left01, right1. Bring them together with 'dotnet autogen merge heads' or 'rebase'.
=> 3

# case W9
$ dotnet autogen status --no-build
…
3 to apply: dotnet autogen upgrade heads (2 heads; 'dotnet autogen merge heads' makes them one)

# A script of a range asks no database.
$ dotnet autogen upgrade first1:left01 --sql --no-build
-- Upgrade first1 -> left01 for …, 1 revision. Written by dotnet autogen <version>.
-- Run it with: …

…
-- Upgrade to left01: left
BEGIN;

…
UPDATE "autogen_version" SET version_num = 'left01' WHERE version_num … 'first1';

INSERT INTO "autogen_log" (revision, direction, applied_at, milliseconds, applied_by, tool_version, checksum) VALUES ('left01', 'upgrade', …);

COMMIT;

$ dotnet autogen upgrade first1:left01 --no-build
error AG0027: 'first1:left01' is a range, which only a script has: give --sql, too.
=> 1

$ dotnet autogen stamp first1:right1 --sql --no-build
BEGIN;

UPDATE "autogen_version" SET version_num = 'right1' WHERE version_num … 'first1';

CREATE TABLE IF NOT EXISTS "autogen_log" (…);

INSERT INTO "autogen_log" (…) VALUES ('right1', 'stamp', …);

COMMIT;

$ dotnet autogen upgrade left@head --no-build
Running upgrade <base> -> first1, create tables ... done (<n> ms)
Running upgrade first1 -> left01, left ... done (<n> ms)

$ dotnet autogen revision --autogenerate -m 'too early' --head left01 --no-build
error AG0026: Target database is not up to date. It is at left01, the heads are left01, right1. Run 'dotnet autogen upgrade heads' first.
=> 1

$ dotnet autogen upgrade right@+1 --no-build
Running upgrade first1 -> right1, right ... done (<n> ms)

$ dotnet autogen current --no-build
left01 (left) (head)
right1 (right) (head)

$ dotnet autogen downgrade -1 --no-build
error AG0050: '-1' is ambiguous: the database is at several revisions (left01, right1). Say which is meant: left01@-1.
=> 1

$ dotnet autogen rebase right --no-build
error AG0053: Revision right1 is applied to the database: it ran before left01, and the history must say so. Downgrade first ('dotnet autogen downgrade right1-1'), or use 'dotnet autogen merge heads'.
=> 1

$ dotnet autogen downgrade right@-1 --no-build
Running downgrade right1 -> first1, right ... done (<n> ms)

$ dotnet autogen history -r current: -i --no-build
first1 -> left01 (left) (head) (current), left

$ dotnet autogen rebase right --no-build
Rebased right1: revises left01 instead of first1 (Revisions/right1_right.cs)

$ dotnet autogen upgrade head
Running upgrade left01 -> right1, right ... done (<n> ms)

$ dotnet autogen check --single-head --no-build
No new upgrade operations detected.

$ dotnet autogen stamp left@base --no-build
Stamped: right1 -> <base>

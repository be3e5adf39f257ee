using System.Collections;
using System.Net;
using System.Net.NetworkInformation;
using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using static Autogen.Scenarios.Cases.Making;

namespace Autogen.Scenarios.Cases;

/// <summary>Types that become others, over rows and beneath defaults; on PostgreSQL.</summary>
internal static class TypeScenarios
{
    public static IEnumerable<Scenario> All { get; } = new[]
    {
        InUtc,
        Pairs,
        Change<string, bool?>("text", "boolean", "'true'", "'false'", "NULL"),
        Change<bool?, string>("boolean", "text", "true", "NULL"),
        Change<int?, bool?>("integer", "boolean", "1", "0", "NULL"),
        Change<bool?, int?>("boolean", "integer", "true", "false", "NULL"),
        Change<short?, bool?>("smallint", "boolean", "1", "0"),
        Change<long?, bool?>("bigint", "boolean", "1", "0"),
        Change<decimal?, bool?>("numeric(1,0)", "boolean", "1", "0"),
        Change<decimal?, bool?>("numeric(12,3)", "boolean", "1", "0"),
        Change<double?, bool?>("double precision", "boolean", "1", "0", "NULL"),
        Change<bool?, long?>("boolean", "bigint", "true", "NULL"),
        Change<string, decimal?>("text", "numeric(10,2)", "'1.50'", "NULL"),
        Change<string, double?>("character varying(30)", "double precision", "'1.5'", "NULL"),
        Change<string, Guid?>("character varying(36)", "uuid", "'00000000-0000-0000-0000-000000000001'", "NULL"),
        Change<Guid?, string>("uuid", "character varying(36)", "'00000000-0000-0000-0000-000000000001'", "NULL"),
        Change<string, string>("text", "jsonb", "'{\"a\": [1, 2]}'", "NULL"),
        Change<string, string>("json", "jsonb", "'{\"a\": 1}'", "NULL"),
        Change<string, string>("jsonb", "text", "'{\"a\": 1}'", "NULL"),
        Change<string, string>("text", "xml", "'<a/>'", "NULL"),
        Change<string, DateOnly?>("text", "date", "'2020-02-29'", "NULL"),
        Change<DateOnly?, string>("date", "text", "'2020-02-29'", "NULL"),
        Change<string, DateTime?>("text", "timestamp with time zone", "'2020-02-29 01:02:03+00'", "NULL"),
        Change<string, TimeSpan?>("text", "interval", "'1 day 02:03:04'", "NULL"),
        Change<TimeSpan?, string>("interval", "text", "'1 day 02:03:04'", "NULL"),
        Change<string, TimeOnly?>("text", "time without time zone", "'01:02:03'", "NULL"),
        Change<TimeOnly?, TimeSpan?>("time without time zone", "interval", "'01:02:03'", "NULL"),
        Change<DateTime?, DateTime?>("timestamp without time zone", "timestamp with time zone", "'2020-02-29 01:02:03'", "NULL"),
        Change<DateTime?, DateTime?>("timestamp(3) without time zone", "timestamp(3) with time zone", "'2020-02-29 01:02:03.123'", "NULL"),
        Change<DateTime?, DateTime?>("timestamp(3) with time zone", "timestamp(6) with time zone", "'2020-02-29 01:02:03.123+00'"),
        Change<DateTime?, DateOnly?>("timestamp without time zone", "date", "'2020-02-29'", "NULL"),
        Change<DateOnly?, DateTime?>("date", "timestamp without time zone", "'2020-02-29'", "NULL"),
        Change<DateOnly?, DateTime?>("date", "timestamp with time zone", "'2020-02-29'", "NULL"),
        Change<DateTime?, DateOnly?>("timestamp with time zone", "date", "'2020-02-29 00:00:00+00'", "NULL"),
        Change<DateTime[], DateTime[]>("timestamp without time zone[]", "timestamp with time zone[]", "'{2020-02-29 01:02:03}'", "NULL"),
        Change<IPNetwork?, IPAddress>("cidr", "inet", "'10.0.0.0/8'", "NULL"),
        Change<TimeSpan?, TimeSpan?>("interval", "interval(3)", "'1 day 02:03:04.5'"),
        Change<string, byte[]>("text", "bytea", @"'\x616263'", "NULL"),
        Change<byte[], string>("bytea", "text", @"'\x616263'", "NULL"),
        Change<string, IPAddress>("text", "inet", "'10.0.0.1/32'", "NULL"),
        Change<IPAddress, string>("inet", "text", "'10.0.0.1'", "NULL"),
        Change<string, string[]>("text", "text[]", "'a'", "'b, c'", "NULL"),
        Change<string[], string>("text[]", "text", "'{a,\"b c\"}'", "'{}'", "NULL"),
        Change<int?, int[]>("integer", "integer[]", "1", "NULL"),
        Change<TimeOnly?, int[]>("time without time zone", "integer[]"),
        Change<bool?, int[]>("boolean", "integer[]", "true", "NULL"),
        Change<int[], long[]>("integer[]", "bigint[]", "'{1,2}'", "NULL"),
        Change<int[], string[]>("integer[]", "text[]", "'{1,2}'", "NULL"),
        Change<string[], int[]>("text[]", "integer[]", "'{1,2}'", "NULL"),
        Change<string[], string[]>("character varying(10)[]", "text[]", "'{1,2}'", "NULL"),
        Change<string[], string>("text[]", "jsonb", "'{a,b}'", "'{}'", "NULL"),
        Change<string, string[]>("jsonb", "text[]", "'[\"a\", \"b\"]'", "'[]'", "NULL"),
        Change<int?, string>("integer", "text", "1", "NULL"),
        Change<int?, string>("integer", "jsonb", "1", "NULL"),
        Change<int?, decimal?>("integer", "numeric(10,2)", "1", "NULL"),
        Change<decimal?, int?>("numeric(10,2)", "integer", "1", "NULL"),
        Change<decimal?, decimal?>("numeric(10,2)", "numeric(12,4)", "1.25", "NULL"),
        Change<decimal?, decimal?>("numeric", "numeric(12,4)", "1.2500", "NULL"),
        Change<double?, decimal?>("double precision", "numeric", "1.25", "NULL"),
        Change<float?, double?>("real", "double precision", "1.25", "NULL"),
        Change<decimal?, decimal?>("money", "numeric", "1.25", "NULL"),
        Change<decimal?, decimal?>("numeric", "money", "1.25", "NULL"),
        Change<int?, uint?>("integer", "oid", "1", "NULL"),
        Change<string, string>("text", "character(3)", "'abc'", "NULL"),
        Change<string, string>("character(3)", "text", "'abc'", "NULL"),
        Change<BitArray, BitArray>("bit(8)", "bit varying(8)", "'10101010'", "NULL"),
        Change<string, BitArray>("text", "bit varying", "'1010'", "NULL"),
        Change<BitArray, int?>("bit(8)", "integer", "'00000101'", "NULL"),
        Change<int?, BitArray>("integer", "bit(32)", "5", "NULL"),
        Change<PhysicalAddress, PhysicalAddress>("macaddr", "macaddr8", "'08:00:2b:01:02:03'", "NULL"),
        Change<Guid?, byte[]>("uuid", "bytea", "'0f8fad5b-d9cb-469f-a165-70867728950e'", "NULL"),
        Change<byte[], Guid?>("bytea", "uuid", @"'\x0f8fad5bd9cb469fa16570867728950e'", "NULL"),
        Change<NpgsqlBox?, NpgsqlPolygon?>("box", "polygon", "'(1,2),(0,0)'", "NULL"),
        Change<string, NpgsqlRange<int>?>("text", "int4range", "'[1,3)'", "NULL"),
        Change<NpgsqlRange<int>?, NpgsqlRange<long>?>("int4range", "int8range", "'[1,3)'", "NULL"),
        Change<NpgsqlRange<int>?, NpgsqlRange<int>[]>("int4range", "int4multirange", "'[1,3)'", "NULL").Since(
            14, "type \"int4multirange\" does not exist (PostgreSQL 14 has it)"),
        Change<NpgsqlRange<int>[], NpgsqlRange<int>?>("int4multirange", "int4range", "'{[1,3)}'", "NULL").Since(
            14, "type \"int4multirange\" does not exist (PostgreSQL 14 has it)"),
        Change<NpgsqlRange<DateTime>?, NpgsqlRange<DateTime>?>("tsrange", "tstzrange", "'[2020-01-01,2020-01-02)'", "NULL"),
        Change<int?, DateOnly?>("integer", "date"),
        Change<long?, Guid?>("bigint", "uuid", "NULL"),
        Change<int?, NpgsqlRange<int>?>("integer", "int4range", "NULL"),
        Change<string, NpgsqlTsVector>("text", "tsvector", "'''a'' ''b'''", "NULL"),
        Default<string, int?>("text", "'7'", "integer", "8"),
        Default<string, bool?>("text", "'yes'", "boolean", "false"),
        Default<bool?, int?>("boolean", "true", "integer", "1"),
        Default<int?, string>("integer", "7", "text", "'8'"),
        Default<string, string>("text", "'{}'", "jsonb", "'{\"a\": 1}'"),
        Default<string, string[]>("text", "''", "text[]", "'{}'"),
        Default<DateTime?, DateTime?>("timestamp without time zone", "now()", "timestamp with time zone", "now()"),
        Default<string, Guid?>("text", "''", "uuid", "gen_random_uuid()").Since(
            13, "function gen_random_uuid() does not exist (PostgreSQL 13 has it; before, the extension pgcrypto has it)"),
    };

    private static Scenario InUtc => new(
        "A time without a zone becomes one in UTC, and no row is written anew",
        model => model.Map(
            "times", table => table.Property<DateTime?>("at").HasColumnType("timestamp without time zone").HasDefaultValueSql("now()")),
        model => model.Map(
            "times", table => table.Property<DateTime?>("at").HasColumnType("timestamp with time zone").HasDefaultValueSql("now()")))
    {
        Databases = ScenarioDatabases.PostgreSql,
        Populate = "INSERT INTO times (at) VALUES ('2020-02-29 01:02:03')",
        Kept = "SELECT at::text FROM times",
        Afterwards =
            (
                "SELECT extract(epoch FROM at)::bigint, pg_relation_filenode('times') = 'times'::regclass::oid, "
                    + "current_setting('TimeZone') <> 'UTC' FROM times",
                "1582938123|True|True"),
    };

    private static Scenario Pairs => new(
        "Pairs of texts become a document, and keep what they say",
        model =>
        {
            model.HasPostgresExtension("hstore");
            model.Map("pairs", table => table.Property<Dictionary<string, string>>("said").HasColumnType("hstore"));
        },
        model =>
        {
            model.HasPostgresExtension("hstore");
            model.Map("pairs", table => table.Property<string>("said").HasColumnType("jsonb"));
        })
    {
        Databases = ScenarioDatabases.PostgreSql,
        Populate = "INSERT INTO pairs (said) VALUES ('a=>1, \"b c\"=>NULL')",
        AfterwardsDo = "UPDATE pairs SET said = NULL WHERE said = '{\"a\": \"1\", \"b c\": null}'",
        Afterwards = ("SELECT count(*) FROM pairs WHERE said IS NULL", "1"),
    };

    private static Scenario Change<CurrentT, TargetT>(string current, string target, params IEnumerable<string> values)
        => Odd(
            $"{current} becomes {target}",
            table => table.Property<CurrentT>(OddColumn).HasColumnType(current),
            table => table.Property<TargetT>(OddColumn).HasColumnType(target),
            values) with
        { Kept = $"SELECT \"Id\", {OddColumnSql}::text FROM {OddTableSql} ORDER BY 1", Databases = ScenarioDatabases.PostgreSql };

    private static Scenario Default<CurrentT, TargetT>(string current, string old, string target, string next)
        => Odd(
            $"{current} with the default {old} becomes {target} with the default {next}",
            table => table.Property<CurrentT>(OddColumn).HasColumnType(current).HasDefaultValueSql(old),
            table => table.Property<TargetT>(OddColumn).HasColumnType(target).HasDefaultValueSql(next).IsRequired(),
            "NULL") with
        { Kept = $"SELECT \"Id\" FROM {OddTableSql} ORDER BY 1", Databases = ScenarioDatabases.PostgreSql };
}

using System.Globalization;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning;

/// <summary>Sequences that no column owns: made before the defaults that use them, dropped after.</summary>
internal sealed class SequencePlanner(PlanScope scope, RenameGuesses guesses) : KindPlanner<Sequence>(scope, ObjectKind.Sequence)
{
    private readonly Dictionary<ObjectName, ObjectName> outOfTheWay = [];

    /// <inheritdoc/>
    public override IEnumerable<Step> Plan(IReadOnlyList<Change> changes)
    {
        var renames = changes.OfType<Altered<Sequence>>()
            .Where(change => change.Current.Name != change.Target.Name)
            .Select(change => (change.Current.Name, change.Target.Name))
            .ToList();

        // What goes is needed by defaults until they have changed, and its name may be wanted before.
        foreach (var going in changes.OfType<Removed<Sequence>>()
            .Select(change => change.Item.Name)
            .Where(name => renames.Exists(rename => rename.Item2 == name)))
            outOfTheWay[going] = Temporary(going);
        var moves = Moves.Order(
            renames.Concat(outOfTheWay.Select(pair => (pair.Key, pair.Value))), Comparer<ObjectName>.Default, Temporary);
        return Rename(moves).Concat(base.Plan(changes));
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Add(Added<Sequence> change)
    {
        var sequence = change.Item;
        return [Step(Phase.CreateObject, null, sequence.Name.ToString(), Create(sequence))];
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Remove(Removed<Sequence> change)
    {
        var name = change.Item.Name;
        var present = outOfTheWay.GetValueOrDefault(name, name);
        var risk = new Risk(RiskKind.DataLoss, $"drops sequence '{name}' and its position");
        var drop = new DropSequenceOperation { Name = present.Name, Schema = present.Schema };
        return [Step(Phase.DropObject, null, name.ToString(), new PlannedOperation(drop, [risk, .. guesses.OfSequence(name)]))];
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Alter(Altered<Sequence> change)
    {
        var (current, target) = (change.Current, change.Target);
        var type = current.Type.Equals(target.Type) ? "" : $" AS {target.Type}";
        var options = SequenceSql.ForAlter(current.Type, current.Options, target.Type, target.Options);
        if (type.Length + options.Length != 0)
            yield return Step(Phase.CreateObject, null, target.Name.ToString(), [.. Alter(current, target, type + options)]);
    }

    private IEnumerable<Step> Rename(IReadOnlyList<(ObjectName From, ObjectName To)> moves)
    {
        Vertex? previous = null;
        foreach (var (from, to) in moves)
        {
            var step = Step(Phase.Rename, null, from.ToString(), [.. Rename(from, to)]);
            yield return step with { After = previous is null ? [] : [previous] };
            previous = step.Vertex;
        }
    }

    private ObjectName Temporary(ObjectName name)
        => name with
        {
            Name = TemporaryNames.From(name.Name, "_moving", taken =>
                Scope.Diff.Current.Sequences.Concat(Scope.Diff.Target.Sequences).Any(other => other.Name == name with { Name = taken }))
        };

    private PlannedOperation Create(Sequence sequence)
    {
        var options = sequence.Options;
        var clrType = IntegerTypes.ClrTypeOf(sequence.Type);
        if (clrType is null || options.Cache != 1 || options.Increment is < int.MinValue or > int.MaxValue)
            return PlanScope.Sql($"CREATE SEQUENCE {Scope.Quote(sequence.Name)} AS {sequence.Type}{SequenceSql.ForCreate(options)};");

        return new PlannedOperation(
            new CreateSequenceOperation
            {
                Name = sequence.Name.Name,
                Schema = sequence.Name.Schema,
                ClrType = clrType,
                StartValue = SequenceBounds.Of(sequence.Type, options).Start,
                IncrementBy = (int)options.Increment,
                MinValue = options.Minimum,
                MaxValue = options.Maximum,
                IsCyclic = options.IsCyclic,
            },
            []);
    }

    /// <summary>EF Core's operation would not move a sequence back to the default schema.</summary>
    private IEnumerable<PlannedOperation> Rename(ObjectName current, ObjectName target)
    {
        if (target.Schema is null && current.Schema is not null)
            return Renames.Statements(Scope, "SEQUENCE", current, target);
        var operation = new RenameSequenceOperation
        {
            Name = current.Name,
            Schema = current.Schema,
            NewName = target.Name,
            NewSchema = target.Schema
        };
        return [new PlannedOperation(operation, [])];
    }

    /// <summary>
    /// The counter is moved into the new bounds before the bounds are set, because PostgreSQL refuses bounds that leave it outside. A
    /// sequence that was never used begins at its start value.
    /// </summary>
    private IEnumerable<PlannedOperation> Alter(Sequence current, Sequence target, string changes)
    {
        var name = Scope.Quote(target.Name);
        var literal = Scope.Dialect.StringLiteral(name);
        var old = SequenceBounds.Of(current.Type, current.Options);
        var bounds = SequenceBounds.Of(target.Type, target.Options);
        var start = bounds.Start;
        var restart = "";
        List<Risk> risks = [];
        if (old.Overlap(bounds) is not { } overlap)
        {
            restart = string.Create(CultureInfo.InvariantCulture, $" RESTART WITH {start}");
            risks.Add(new Risk(RiskKind.Note, $"sequence '{target.Name}' restarts, because nothing of its old range is left"));
        }
        else if (!overlap.HasBoundsOf(old))
        {
            yield return PlanScope.Sql(string.Create(
                CultureInfo.InvariantCulture,
                $"SELECT pg_catalog.setval({literal}, LEAST(GREATEST(last_value, {overlap.Minimum}), {overlap.Maximum}), "
                    + $"is_called AND {overlap.Contains("last_value")}) FROM {name};"));
        }

        yield return PlanScope.Sql($"ALTER SEQUENCE {name}{changes}{restart};", risks);
        if (restart.Length == 0 && start != old.Start)
            yield return PlanScope.Sql(string.Create(
                CultureInfo.InvariantCulture, $"SELECT pg_catalog.setval({literal}, {start}, false) FROM {name} WHERE NOT is_called;"));
    }
}

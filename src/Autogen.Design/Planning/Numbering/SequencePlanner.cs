using Autogen.Design.Planning.Naming;
using Autogen.Design.Planning.Steps;
using Autogen.Operations;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning.Numbering;

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
        return Rename(moves).Concat(base.Plan(changes)).Concat(new SequenceCounters(Scope).Steps());
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
        var changes = SequenceChanges.Between(current.Type, current.Options, target.Type, target.Options) with
        {
            Type = current.Type.Equals(target.Type) ? null : target.Type.Text
        };
        if (!changes.IsEmpty)
            yield return Step(Phase.CreateObject, null, target.Name.ToString(), [.. Alter(current, target, changes)]);
    }

    private IEnumerable<Step> Rename(IReadOnlyList<(ObjectName From, ObjectName To)> moves)
    {
        Vertex? previous = null;
        foreach (var (from, to) in moves)
        {
            var step = Step(Phase.Rename, null, from.ToString(), Rename(from, to));
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
            return PlanScope.Planned(new CreateTypedSequenceOperation
            {
                Name = sequence.Name.Name,
                Schema = sequence.Name.Schema,
                Type = sequence.Type.Text,
                StartValue = options.Start,
                IncrementBy = options.Increment,
                MinValue = options.Minimum,
                MaxValue = options.Maximum,
                Cache = options.Cache,
                Cyclic = options.IsCyclic,
            });

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

    private PlannedOperation Rename(ObjectName current, ObjectName target)
        => PlanScope.Planned(new RenameSequenceOperation
        {
            Name = current.Name,
            Schema = current.Schema,
            NewName = target.Name,
            NewSchema = target.Schema ?? Renames.NewSchema(Scope, current, target),
        });

    /// <summary>
    /// The counter is moved into the new bounds before the bounds are set, because PostgreSQL refuses bounds that leave it outside. A
    /// sequence that was never used begins at its start value.
    /// </summary>
    private static IEnumerable<PlannedOperation> Alter(Sequence current, Sequence target, SequenceChanges changes)
    {
        var (name, schema) = (target.Name.Name, target.Name.Schema);
        var old = SequenceBounds.Of(current.Type, current.Options);
        var bounds = SequenceBounds.Of(target.Type, target.Options);
        long? restart = null;
        List<Risk> risks = [];
        if (old.Overlap(bounds) is not { } overlap)
        {
            restart = bounds.Start;
            risks.Add(new Risk(RiskKind.Note, $"sequence '{target.Name}' restarts, because nothing of its old range is left"));
        }
        else if (!overlap.HasBoundsOf(old))
        {
            yield return PlanScope.Planned(new KeepCounterWithinOperation
            {
                Sequence = name,
                Schema = schema,
                MinValue = overlap.Minimum,
                MaxValue = overlap.Maximum,
            });
        }

        yield return PlanScope.Planned(changes.OfSequence(target.Name, restart), risks);
        if (restart is null && bounds.Start != old.Start)
            yield return PlanScope.Planned(
                new StartUnusedCounterOperation { Sequence = name, Schema = schema, StartValue = bounds.Start });
    }
}

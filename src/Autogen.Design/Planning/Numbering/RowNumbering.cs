using Autogen.Operations;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning.Numbering;

/// <summary>
/// Changes of how PostgreSQL numbers rows by an existing column. The provider takes a serial's sequence to have the name it had when it
/// was made, loses its position or throws; our operations ask the catalogue, and the counter goes on from where it was.
/// </summary>
internal sealed class RowNumbering(PlanScope scope, ObjectName table, Column current, Column target)
{
    private readonly IdentityKind? from = current.Identity?.Kind;
    private readonly IdentityKind? to = target.Identity?.Kind;

    private SequenceOptions CurrentOptions => current.Identity?.Options ?? SequenceOptions.Default;

    /// <summary>Whether EF Core's operation makes the change: there is an identity on one side, and no serial on either.</summary>
    public bool IsByOperation => from != to && from != IdentityKind.Serial && to != IdentityKind.Serial && !EndsBefore;

    /// <summary>Whether the identity must go before the type can change: EF Core's operation does it after.</summary>
    private bool EndsBefore
        => from is IdentityKind.Always or IdentityKind.ByDefault && to is null && IntegerTypes.ClrTypeOf(target.Type) is null;

    /// <summary>What comes before the column's type is changed: the numbering ends.</summary>
    public IEnumerable<PlannedOperation> Before()
    {
        if (EndsBefore)
            yield return PlanScope.Planned(
                new DropIdentityOperation { Table = table.Name, Schema = table.Schema, Column = target.Name });
        if (from == IdentityKind.Serial && to is null)
            yield return PlanScope.Planned(new DropSerialOperation { Table = table.Name, Schema = table.Schema, Column = target.Name });
    }

    /// <summary>What comes after the column is what it becomes otherwise.</summary>
    public IEnumerable<PlannedOperation> After()
    {
        if (target.Identity is not { } identity)
            return [];
        return (from, identity.Kind) switch
        {
            (null, IdentityKind.Serial) => MakeSerial(),
            (null, _) => [SetToMaximum()],
            (IdentityKind.Serial, IdentityKind.Serial) => AlterSerial(identity.Options),
            (IdentityKind.Serial, _) => [PlanScope.Planned(SerialToIdentity(identity))],
            (_, IdentityKind.Serial) => [PlanScope.Planned(IdentityToSerial(identity))],
            _ => AlterIdentity(identity.Options),
        };
    }

    /// <summary>The counter goes to the highest number that exists, and never back.</summary>
    public PlannedOperation SetToMaximum()
        => PlanScope.Planned(new MoveCounterBehindRowsOperation
        {
            Table = table.Name,
            Schema = table.Schema,
            Column = target.Name,
            Descending = target.Identity?.Options.Increment < 0,
        });

    /// <summary>Rows that have no number get the ones after the highest: the column is about to be required.</summary>
    public PlannedOperation NumberMissing()
        => PlanScope.Planned(
            new NumberRowsOperation { Table = table.Name, Schema = table.Schema, Column = target.Name },
            new Risk(RiskKind.Guess, $"gives rows of '{table}' that have no value in '{target.Name}' the numbers after the highest"));

    private IEnumerable<PlannedOperation> MakeSerial()
    {
        var serial = new SerialColumn(scope, table, target);
        return [serial.Create(), serial.SetDefault(), serial.Own(), SetToMaximum()];
    }

    private SerialToIdentityOperation SerialToIdentity(Identity identity) => new()
    {
        Table = table.Name,
        Schema = table.Schema,
        Column = target.Name,
        Always = identity.Kind == IdentityKind.Always,
        StartValue = identity.Options.Start,
        IncrementBy = identity.Options.Increment,
        MinValue = identity.Options.Minimum,
        MaxValue = identity.Options.Maximum,
        Cache = identity.Options.Cache,
        Cyclic = identity.Options.IsCyclic,
        KeepBetween = KeepBetween(identity.Options),
    };

    private IdentityToSerialOperation IdentityToSerial(Identity identity) => new()
    {
        Table = table.Name,
        Schema = table.Schema,
        Column = target.Name,
        Type = IntegerTypes.ClrTypeOf(target.Type) is null ? "bigint" : target.Type.Text,
        StartValue = identity.Options.Start,
        IncrementBy = identity.Options.Increment,
        MinValue = identity.Options.Minimum,
        MaxValue = identity.Options.Maximum,
        Cache = identity.Options.Cache,
        Cyclic = identity.Options.IsCyclic,
        KeepBetween = KeepBetween(identity.Options),
    };

    // A counter outside of the new sequence's range was another sequence's, and is not taken over.
    private long[]? KeepBetween(SequenceOptions options)
    {
        var (old, bounds) = (SequenceBounds.Of(current.Type, CurrentOptions), SequenceBounds.Of(target.Type, options));
        return old.Overlap(bounds) is { } overlap && overlap.HasBoundsOf(old) ? null : [bounds.Minimum, bounds.Maximum];
    }

    // PostgreSQL takes the sequence of an identity along when the type of its column changes, but not that of a serial.
    private IEnumerable<PlannedOperation> AlterIdentity(SequenceOptions options)
    {
        var changes = SequenceChanges.Between(target.Type, CurrentOptions, target.Type, options);
        return Move(changes, target.Type, options, restart => changes.OfIdentity(table, target.Name, restart));
    }

    private IEnumerable<PlannedOperation> AlterSerial(SequenceOptions options)
    {
        var changes = SequenceChanges.Between(current.Type, CurrentOptions, target.Type, options) with
        {
            Type = !current.Type.Equals(target.Type) && IntegerTypes.ClrTypeOf(target.Type) is not null ? target.Type.Text : null
        };
        return Move(changes, current.Type, options, restart => changes.OfSerial(table, target.Name, restart));
    }

    /// <summary>
    /// As for any sequence, the counter goes into the new bounds before they are set; one that was never used begins at its start value.
    /// </summary>
    private IEnumerable<PlannedOperation> Move(
        SequenceChanges changes, StoreType currentType, SequenceOptions options, Func<long?, MigrationOperation> alter)
    {
        if (changes.IsEmpty)
            yield break;
        var old = SequenceBounds.Of(currentType, CurrentOptions);
        var bounds = SequenceBounds.Of(target.Type, options);
        if (old.Overlap(bounds) is not { } overlap)
        {
            yield return PlanScope.Planned(alter(bounds.Start));
            yield break;
        }

        if (!overlap.HasBoundsOf(old))
        {
            yield return PlanScope.Planned(new KeepCounterWithinOperation
            {
                Table = table.Name,
                Schema = table.Schema,
                Column = target.Name,
                MinValue = overlap.Minimum,
                MaxValue = overlap.Maximum,
            });
        }

        yield return PlanScope.Planned(alter(null));
        if (bounds.Start != old.Start)
            yield return PlanScope.Planned(new StartUnusedCounterOperation
            {
                Table = table.Name,
                Schema = table.Schema,
                Column = target.Name,
                StartValue = bounds.Start,
            });
    }
}

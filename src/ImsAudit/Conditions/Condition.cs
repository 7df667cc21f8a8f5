using ImsAudit.Values;

namespace ImsAudit.Conditions;

/// <summary>A condition, compiled once: one of <see cref="AllOf"/>, <see cref="AnyOf"/>, <see cref="Not"/>, <see cref="Constant"/>, <see cref="FieldCondition"/>.</summary>
public abstract class Condition
{
    private protected Condition() { }

    public abstract Truth Evaluate(in EvaluationContext context);

    /// <summary>Evaluates every node, for an explanation; <see cref="Evaluate"/> stops as soon as it can.</summary>
    public abstract ConditionTrace Trace(in EvaluationContext context);

    /// <summary>Adds the leaves that made it come out as it did: what an explanation of it would name, without making one.</summary>
    /// <param name="opposite">The condition was to be false.</param>
    internal abstract void Decide(in EvaluationContext context, bool opposite, List<DecidingCondition> found);

    // All children of a branch that came out as it did together; of one where a single child decides, those that did.
    private protected static void DecideAll(Truth truth, Condition[] conditions, in EvaluationContext context, (bool Opposite, List<DecidingCondition> Found) into)
    {
        for (var i = 0; i < conditions.Length; i++)
            if (conditions[i].Evaluate(context) == truth)
                conditions[i].Decide(context, into.Opposite, into.Found);
    }

    private protected static ConditionTrace[] TraceAll(Condition[] conditions, in EvaluationContext context)
    {
        var traces = new ConditionTrace[conditions.Length];
        for (var i = 0; i < traces.Length; i++) traces[i] = conditions[i].Trace(context);
        return traces;
    }
}

/// <summary>False when one is false, else unknown when one is unknown, else true; true when empty.</summary>
public sealed class AllOf(IReadOnlyList<Condition> conditions) : Condition
{
    private readonly Condition[] _conditions = [.. conditions];

    public override Truth Evaluate(in EvaluationContext context)
    {
        var truth = Truth.True;
        for (var i = 0; i < _conditions.Length && truth != Truth.False; i++) truth = truth.And(_conditions[i].Evaluate(context));
        return truth;
    }

    public override ConditionTrace Trace(in EvaluationContext context)
    {
        var children = TraceAll(_conditions, context);
        return new BranchTrace("allOf", Truths.All(children, child => child.Truth), children);
    }

    internal override void Decide(in EvaluationContext context, bool opposite, List<DecidingCondition> found) =>
        DecideAll(Evaluate(context), _conditions, context, (opposite, found));
}

/// <summary>True when one is true, else unknown when one is unknown, else false; false when empty.</summary>
public sealed class AnyOf(IReadOnlyList<Condition> conditions) : Condition
{
    private readonly Condition[] _conditions = [.. conditions];

    public override Truth Evaluate(in EvaluationContext context)
    {
        var truth = Truth.False;
        for (var i = 0; i < _conditions.Length && truth != Truth.True; i++) truth = truth.Or(_conditions[i].Evaluate(context));
        return truth;
    }

    public override ConditionTrace Trace(in EvaluationContext context)
    {
        var children = TraceAll(_conditions, context);
        return new BranchTrace("anyOf", Truths.Any(children, child => child.Truth), children);
    }

    internal override void Decide(in EvaluationContext context, bool opposite, List<DecidingCondition> found) =>
        DecideAll(Evaluate(context), _conditions, context, (opposite, found));
}

public sealed class Not(Condition condition) : Condition
{
    public override Truth Evaluate(in EvaluationContext context) => condition.Evaluate(context).Not();

    public override ConditionTrace Trace(in EvaluationContext context)
    {
        var child = condition.Trace(context);
        return new BranchTrace("not", child.Truth.Not(), [child]);
    }

    internal override void Decide(in EvaluationContext context, bool opposite, List<DecidingCondition> found) => condition.Decide(context, !opposite, found);
}

/// <summary>The literal <c>true</c> or <c>false</c>.</summary>
public sealed class Constant(bool value) : Condition
{
    public override Truth Evaluate(in EvaluationContext context) => Truths.Of(value);

    public override ConditionTrace Trace(in EvaluationContext context) => new ConstantTrace(Truths.Of(value));

    internal override void Decide(in EvaluationContext context, bool opposite, List<DecidingCondition> found) { }
}

/// <summary>A leaf: one field (or list, or parameter) and one operator.</summary>
public sealed class FieldCondition(Subject subject, OperatorUse use) : Condition
{
    private readonly bool _readsLists = use.Operator.ReadsLists;
    private readonly FieldSubject? _field = subject as FieldSubject;

    internal Subject Subject => subject;

    internal OperatorUse Use => use;

    public override Truth Evaluate(in EvaluationContext context)
    {
        var value = _field is not null ? _field.Read(context) : subject.Read(context);
        return use.Test(_readsLists ? subject.AsList(value) : value, context);
    }

    public override ConditionTrace Trace(in EvaluationContext context) =>
        new LeafTrace(use.Test(Value(context), context), subject.Name, subject.Read(context), use);

    internal override void Decide(in EvaluationContext context, bool opposite, List<DecidingCondition> found) => found.Add(new DecidingCondition(this, opposite));

    private Fields.FieldValue Value(in EvaluationContext context)
    {
        var value = subject.Read(context);
        return _readsLists ? subject.AsList(value) : value;
    }
}

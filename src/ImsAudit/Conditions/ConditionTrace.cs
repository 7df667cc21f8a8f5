using ImsAudit.Fields;
using ImsAudit.Values;

namespace ImsAudit.Conditions;

/// <summary>How one node of a condition came out for one image: a branch, a leaf or a constant.</summary>
public abstract record ConditionTrace(Truth Truth);

/// <param name="Kind"><c>allOf</c>, <c>anyOf</c> or <c>not</c>.</param>
public sealed record BranchTrace(string Kind, Truth Truth, IReadOnlyList<ConditionTrace> Children) : ConditionTrace(Truth);

public sealed record ConstantTrace(Truth Truth) : ConditionTrace(Truth);

/// <param name="Subject">The field that was read.</param>
/// <param name="Actual">Its value; valid only as long as the image's bytes.</param>
public sealed record LeafTrace(Truth Truth, string Subject, FieldValue Actual, OperatorUse Use) : ConditionTrace(Truth);

using ImsAudit.Fields;
using ImsAudit.Values;

namespace ImsAudit.Conditions;

/// <summary>One operator with its operand, compiled.</summary>
public abstract class Operator
{
    /// <summary>The operand for people, such as <c>uefi</c> or <c>[a, b]</c>.</summary>
    public abstract string OperandText { get; }

    /// <summary>What a value must be so that it can be read, such as "a number or its text".</summary>
    public abstract string Needs { get; }

    /// <summary>True for the operators that see a comma list as a list.</summary>
    public virtual bool ReadsLists => false;

    /// <summary>A leaf on a missing field is false, except for the operators that ask just that.</summary>
    public virtual Truth TestMissing(in EvaluationContext context) => Truth.False;

    /// <summary>Tests a value that is there; unreadable ones have neither text nor items, so only presence can be told of them.</summary>
    public abstract Truth Test(FieldValue value, in EvaluationContext context);

    /// <summary>The opposite operand, for an operator whose operand is a boolean; null for all others.</summary>
    public virtual string? OppositeOperandText => null;
}

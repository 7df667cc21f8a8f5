using ImsAudit.Fields;
using ImsAudit.Values;

namespace ImsAudit.Conditions;

/// <summary>An operator as a policy wrote it: itself, or under its negated name.</summary>
public sealed class OperatorUse(OperatorDefinition definition, Operator @operator, bool negated)
{
    public Operator Operator => @operator;

    /// <summary>As written.</summary>
    public string Name => negated ? definition.Negation! : definition.Name;

    /// <summary>For people: what is expected, such as <c>equals uefi</c>.</summary>
    public string Describe() => Join(Name, @operator.OperandText);

    /// <summary>The opposite of what is written, for an assertion that forbids it.</summary>
    public string DescribeOpposite()
    {
        if (@operator.OppositeOperandText is { } opposite) return Join(Name, opposite);
        if (negated) return Join(definition.Name, @operator.OperandText);
        return Join(definition.Negation ?? $"not {definition.Name}", @operator.OperandText);
    }

    /// <summary><c>notX</c> is exactly not X.</summary>
    public Truth Test(FieldValue value, in EvaluationContext context)
    {
        var truth = value.IsMissing ? @operator.TestMissing(context) : @operator.Test(value, context);
        return negated ? truth.Not() : truth;
    }

    private static string Join(string name, string operand) => operand.Length == 0 ? name : $"{name} {operand}";
}

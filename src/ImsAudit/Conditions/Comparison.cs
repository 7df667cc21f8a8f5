using ImsAudit.Fields;
using ImsAudit.Values;

namespace ImsAudit.Conditions;

/// <summary>An operator that reads both sides alike and compares them.</summary>
internal sealed class Comparison<T>(ValueReader<T> reader, Operand<T> operand, Func<T, T, bool> test) : Operator
{
    public override string OperandText => operand.Text;

    public override string Needs => reader.Needs;

    public override Truth Test(FieldValue value, in EvaluationContext context)
    {
        var right = operand.Read(context);
        if (right.IsMissing) return Truth.False;
        var left = reader.Read(value);
        return left.IsRead && right.IsRead ? Truths.Of(test(left.Value, right.Value)) : Truth.Unknown;
    }
}

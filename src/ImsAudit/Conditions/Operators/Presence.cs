using ImsAudit.Values;

namespace ImsAudit.Conditions.Operators;

/// <summary>What <c>exists</c> and <c>empty</c> share: their operand says whether it must be so or must not.</summary>
internal static class Presence
{
    public static Truth Test(Operand<bool> operand, bool isSo, in EvaluationContext context)
    {
        var wanted = operand.Read(context);
        if (wanted.IsMissing) return Truth.False;
        return wanted.IsRead ? Truths.Of(wanted.Value == isSo) : Truth.Unknown;
    }

    public static string? OppositeOf(Operand<bool> operand) =>
        operand is LiteralOperand<bool> literal ? (literal.Value ? "false" : "true") : null;
}

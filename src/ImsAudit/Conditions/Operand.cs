using ImsAudit.Fields;
using ImsAudit.Values;

namespace ImsAudit.Conditions;

/// <summary>What stands behind an operator: a literal (parameters and lists are literals by now), or another field.</summary>
public abstract class Operand<T>
{
    /// <summary>For people.</summary>
    public abstract string Text { get; }

    public abstract Reading<T> Read(in EvaluationContext context);
}

public sealed class LiteralOperand<T>(T value, string text) : Operand<T>
{
    public T Value => value;

    public override string Text => text;

    public override Reading<T> Read(in EvaluationContext context) => Reading<T>.Of(Value);
}

/// <summary>Inside of a <c>where</c> about another image: the value of a field of the judged image.</summary>
public sealed class OuterOperand<T>(string name, int slot, Func<FieldValue, Reading<T>> read) : Operand<T>
{
    public override string Text => $"the judged image's {name}";

    public override Reading<T> Read(in EvaluationContext context) =>
        context.Outer is { } outer ? FieldOperand<T>.ReadFrom(outer[slot], read) : Reading<T>.Missing;
}

/// <summary>The value of another field of the same image, read as the operator reads its left side.</summary>
public sealed class FieldOperand<T>(string name, int slot, Func<FieldValue, Reading<T>> read) : Operand<T>
{
    public override string Text => $"the value of {name}";

    public override Reading<T> Read(in EvaluationContext context) => ReadFrom(context.Values[slot], read);

    internal static Reading<T> ReadFrom(FieldValue value, Func<FieldValue, Reading<T>> read)
    {
        if (value.IsMissing) return Reading<T>.Missing;
        return value.Kind == ValueKind.Unreadable ? Reading<T>.Unreadable : read(value);
    }
}

using ImsAudit.Json;
using ImsAudit.Values;
using ImsAudit.Wording;

namespace ImsAudit.Conditions.Operators;

/// <summary>What a number of things is held against: a number, or <c>{ "atLeast": n }</c> and the like.</summary>
internal sealed class CountOperand
{
    private static readonly Dictionary<string, Func<Number, Number, bool>> Comparisons = new(StringComparer.Ordinal)
    {
        ["equals"] = (count, operand) => count.CompareTo(operand) == 0,
        ["atLeast"] = AtLeast.Test,
        ["atMost"] = AtMost.Test,
        ["greaterThan"] = GreaterThan.Test,
        ["lessThan"] = LessThan.Test,
    };

    private readonly Operand<Number> _operand;
    private readonly Func<Number, Number, bool> _test;

    private CountOperand(string name, Operand<Number> operand)
    {
        _operand = operand;
        _test = Comparisons[name];
        Text = name == "equals" ? operand.Text : $"{name} {operand.Text}";
    }

    /// <summary>False when another field gives the number.</summary>
    public bool IsLiteral => _operand is LiteralOperand<Number>;

    public static IReadOnlyCollection<string> Names => Comparisons.Keys;

    public string Text { get; }

    public static CountOperand? Parse(OperandParser parser, JsonNodeAt node)
    {
        if (node.Kind != JsonKind.Object || node.Members is [{ Name: "param" or "field" or "outer" }])
            return parser.Parse(node, Number.Reader) is { } operand ? new CountOperand("equals", operand) : null;
        if (node.Members is not [var member])
        {
            parser.Scope.Note(node, $"expected a number or exactly one of {string.Join(", ", Names)}, found {node.Describe()} with {node.Members.Count} members");
            return null;
        }
        if (!Comparisons.ContainsKey(member.Name))
        {
            parser.Scope.Note(member, $"unknown comparison \"{member.Name}\"{NearestName.Suggest(member.Name, Names)} (valid: {string.Join(", ", Names)})");
            return null;
        }
        return parser.Parse(member.Value, Number.Reader) is { } number ? new CountOperand(member.Name, number) : null;
    }

    /// <summary>The value has no length; beside an operand that is missing it is false all the same.</summary>
    public Truth TestNoList(in EvaluationContext context) => _operand.Read(context).IsMissing ? Truth.False : Truth.Unknown;

    public Truth Test(int count, in EvaluationContext context)
    {
        var operand = _operand.Read(context);
        if (operand.IsMissing) return Truth.False;
        return operand.IsRead ? Truths.Of(_test(Number.Of(count), operand.Value)) : Truth.Unknown;
    }
}

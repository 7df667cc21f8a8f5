using System.Text;
using ImsAudit.Conditions;
using ImsAudit.Fields;
using ImsAudit.Json;

namespace ImsAudit.Linting.Satisfiability;

/// <summary>A demand that only a few values can meet (equals, in, missing, empty): each of them is tried out on the others.</summary>
internal static class PinnedValues
{
    private static readonly FieldValue[] Missing = [FieldValue.Missing];
    private static readonly FieldValue[] Nothing =
        [FieldValue.Missing, FieldValue.OfString(""), FieldValue.OfString(" "), FieldValue.OfStrings([]), FieldValue.OfJson("{}"u8.ToArray())];

    /// <summary>True when the demand pins the field to values none of which meets all the demands.</summary>
    public static bool RuleOut(Demand pin, IReadOnlyList<Demand> demands)
    {
        if (ValuesOf(pin, demands) is not { } values) return false;
        var told = demands.Where(other => other == pin || CanBeToldBy(pin, other)).ToList();
        return !values.Any(value => told.All(demand => demand.IsMetBy(value)));
    }

    private static IEnumerable<FieldValue>? ValuesOf(Demand pin, IReadOnlyList<Demand> demands)
    {
        if (IsEquality(pin.Leaf)) return pin.IsPositive ? Equal(pin, demands) : null;
        if (pin.Leaf.Operands is not [{ Boolean: { } said }] || said != pin.IsPositive) return IsMissing(pin) ? Missing : null;
        return pin.Leaf.Definition.Name == "empty" ? Nothing : null;
    }

    private static bool IsMissing(Demand pin) => pin.Leaf is { Definition.Name: "exists", Operands: [{ Boolean: { } there }] } && there != pin.IsPositive;

    /// <summary>The operands as text, and as what the text may stand for; with the other spellings that occur beside.</summary>
    private static IEnumerable<FieldValue>? Equal(Demand pin, IReadOnlyList<Demand> demands)
    {
        // An empty list is one that people are to fill, or is spoken of by a rule of its own.
        if (IsOpen(pin.Leaf) || pin.Leaf.Operands.Count == 0) return null;
        return demands.Where(demand => IsEquality(demand.Leaf) && !IsOpen(demand.Leaf)).SelectMany(demand => demand.Leaf.Operands).SelectMany(Spellings);
    }

    private static IEnumerable<FieldValue> Spellings(JsonNodeAt operand)
    {
        var text = operand.Value.Text!;
        yield return FieldValue.OfString(text);
        if (operand.Kind != JsonKind.String) yield return operand.Value;
        else if (JsonFileParser.Parse(Encoding.UTF8.GetBytes(text)) is ({ Kind: JsonKind.Number or JsonKind.Boolean } literal, { Count: 0 })) yield return literal.Value;
    }

    private static bool IsEquality(LintLeaf leaf) => leaf.Definition.Name is "equals" or "in";

    /// <summary>The operands are a list of its own file, which anybody may fill.</summary>
    private static bool IsOpen(LintLeaf leaf) => NamesList(leaf.Operation.Value);

    private static bool NamesList(JsonNodeAt node) =>
        node.Find("list") is not null || node.Items.Concat(node.Members.Select(member => member.Value)).Any(NamesList);

    /// <summary>Whether the values that are tried out stand for all that the pin allows, as far as the other demand can see.</summary>
    private static bool CanBeToldBy(Demand pin, Demand other)
    {
        var shape = other.Leaf.Definition.Shape;
        if (shape is OperandShape.Duration or OperandShape.EndOfLife or OperandShape.Reference) return false;
        if (shape is OperandShape.Boolean) return true;
        // A list that people fill may hold any value tomorrow, and so may a table.
        if (shape is OperandShape.Table || IsOpen(other.Leaf)) return IsMissing(pin);
        if (IsMissing(pin)) return true;
        if (!IsEquality(pin.Leaf)) return shape != OperandShape.Regex;
        if (IsEquality(other.Leaf)) return true;
        if (pin.Leaf.Operands.Any(operand => operand.Kind == JsonKind.Number)) return shape is OperandShape.Number or OperandShape.Range;
        return pin.Leaf.IsCaseSensitive || !other.Leaf.IsCaseSensitive;
    }
}

using ImsAudit.Conditions;
using ImsAudit.Json;

namespace ImsAudit.PolicyTests.Mutation;

/// <summary>Changes of a condition: connectives, leaves, operators and operands, each in turn.</summary>
internal sealed class ConditionChanges(PolicyParameterUse parameters)
{
    private const string CaseSensitive = "caseSensitive";
    private static readonly string[] NoOperators = ["field", "list", "param", CaseSensitive];

    private static readonly Dictionary<string, string[]> Neighbours = new(StringComparer.Ordinal)
    {
        ["containsAll"] = ["containsAny"],
        ["containsAny"] = ["containsAll"],
        ["startsWith"] = ["endsWith"],
        ["endsWith"] = ["startsWith"],
        ["greaterThan"] = ["atLeast", "lessThan"],
        ["atLeast"] = ["greaterThan", "lessThan"],
        ["lessThan"] = ["atMost", "atLeast"],
        ["atMost"] = ["lessThan", "greaterThan"],
        ["before"] = ["after"],
        ["after"] = ["before"],
        ["olderThan"] = ["newerThan"],
        ["newerThan"] = ["olderThan"],
        ["versionAtLeast"] = ["versionBelow"],
        ["versionBelow"] = ["versionAtLeast"],
        ["anyItem"] = ["everyItem"],
        ["everyItem"] = ["anyItem"],
    };

    public IEnumerable<Change> Of(JsonNodeAt node)
    {
        if (node.Boolean is { } literal) return [Change.Of(node, literal ? "false" : "true")];
        if (node.Find("not") is { } not) return Of(not.Value).Prepend(new Change(node, "not is removed", node, not.Value));
        if ((node.Find("allOf") ?? node.Find("anyOf")) is not { } branch) return OfLeaf(node);
        // Over one condition, "all of" and "any of" are the same.
        IEnumerable<Change> swapped = branch.Value.Items.Count == 1 ? [] : [Change.Renamed(node, branch, branch.Name == "allOf" ? "anyOf" : "allOf")];
        return swapped.Concat(branch.Value.Items.SelectMany(Of));
    }

    private IEnumerable<Change> OfLeaf(JsonNodeAt leaf) => [Change.Of(leaf, "true"), Change.Of(leaf, "false"), .. OfUse(leaf)];

    /// <summary>An operator with its operand, in a leaf or behind <c>anyItem</c>.</summary>
    private IEnumerable<Change> OfUse(JsonNodeAt node)
    {
        var use = node.Members.First(member => !NoOperators.Contains(member.Name));
        var definition = OperatorTable.Find(use.Name)!;
        foreach (var name in OthersOf(definition, use)) yield return Change.Renamed(node, use, name);
        foreach (var change in OfOperand(definition, use.Value)) yield return change;
        if (parameters.MindsCase(definition, use.Value) && !IsWrittenByUs(node)) yield return OtherCase(node);
    }

    private string[] OthersOf(OperatorDefinition definition, JsonMember use)
    {
        if (definition.Negation is { } negation) return [use.Name == negation ? definition.Name : negation];
        // All and any of one are the same.
        if (definition.Name is "containsAll" or "containsAny" && parameters.Resolve(use.Value) is { Kind: JsonKind.Array, Items.Count: 1 }) return [];
        return Neighbours.GetValueOrDefault(definition.Name) ?? [];
    }

    private IEnumerable<Change> OfOperand(OperatorDefinition definition, JsonNodeAt operand) => definition.Shape switch
    {
        OperandShape.Item => OfUse(operand),
        OperandShape.Reference => OfReference(operand),
        OperandShape.Table => [],
        _ => OperandChanges.Of(operand, definition.Shape),
    };

    private IEnumerable<Change> OfReference(JsonNodeAt operand)
    {
        if (operand.Find("by") is { } by && by.Value.Text != "id") yield return new Change(by.Value, "by is removed", operand, JsonEdit.Without(operand, "by"));
        if (operand.Find("where") is not { } where) yield break;
        foreach (var change in Of(where.Value)) yield return change;
    }

    /// <summary>Values that the collector writes, always in the same letters.</summary>
    private static bool IsWrittenByUs(JsonNodeAt node) => node.Find("field")?.Value.Text is "@category" or "@categories" or "@memberStatus" or "@own";

    private static Change OtherCase(JsonNodeAt node)
    {
        var now = node.Find(CaseSensitive)?.Value.Boolean ?? false;
        return new Change(node, now ? "caseSensitive is removed" : "caseSensitive becomes true", node,
            now ? JsonEdit.Without(node, CaseSensitive) : JsonEdit.WithMember(node, CaseSensitive, JsonEdit.Value("true")));
    }
}

using ImsAudit.Json;
using ImsAudit.Wording;

namespace ImsAudit.Conditions;

/// <summary>Compiles <c>OPERATOR: OPERAND</c>, alone inside of <c>anyItem</c>/<c>everyItem</c>, or in a leaf.</summary>
internal static class OperatorParser
{
    public const string CaseSensitive = "caseSensitive";

    /// <summary>The operator of an <c>anyItem</c> or <c>everyItem</c>; null, and noted, when it is wrong.</summary>
    public static OperatorUse? ParseItem(OperandParser outer, JsonNodeAt node)
    {
        if (node.Kind == JsonKind.Object) return Parse(outer.Scope, node, [], outer.CaseSensitive);
        outer.Scope.Note(node, $"expected an object with one operator, such as {{ \"equals\": \"hss\" }}, found {node.Describe()}");
        return null;
    }

    /// <param name="beside">Names of members that may stand beside the operator.</param>
    /// <param name="caseSensitive">What is meant when the node does not say.</param>
    public static OperatorUse? Parse(CompilationScope scope, JsonNodeAt node, IReadOnlyCollection<string> beside, bool caseSensitive = false)
    {
        var operators = node.Members.Where(member => OperatorTable.Find(member.Name) is not null).ToList();
        var known = NoteUnknown(scope, node, beside);
        if (node.Find(CaseSensitive) is { } choice)
        {
            if (choice.Value.Boolean is { } chosen) caseSensitive = chosen;
            else scope.Note(choice.Value, $"expected true or false, found {choice.Value.Describe()}");
        }
        if (operators is [var only])
        {
            var use = Create(only, new OperandParser(scope, caseSensitive));
            return known ? use : null;
        }
        if (operators.Count > 1)
            scope.Note(operators[1], $"expected exactly one operator, found {string.Join(" and ", operators.Select(member => member.Name))}: combine conditions with allOf or anyOf");
        else if (known)
            scope.Note(node, $"expected exactly one operator, found none (valid: {string.Join(", ", OperatorTable.Names)})");
        return null;
    }

    private static OperatorUse? Create(JsonMember member, OperandParser parser)
    {
        var definition = OperatorTable.Find(member.Name)!;
        return definition.Create(parser, member.Value) is { } compiled
            ? new OperatorUse(definition, compiled, negated: member.Name == definition.Negation)
            : null;
    }

    private static bool NoteUnknown(CompilationScope scope, JsonNodeAt node, IReadOnlyCollection<string> beside)
    {
        var valid = OperatorTable.Names.Append(CaseSensitive).Concat(beside).ToList();
        var unknown = node.Members.Where(member => !valid.Contains(member.Name)).ToList();
        foreach (var member in unknown)
            scope.Note(member, $"unknown operator or member \"{member.Name}\"{NearestName.Suggest(member.Name, valid)}");
        return unknown.Count == 0;
    }
}

using System.Text.RegularExpressions;
using ImsAudit.Conditions;
using ImsAudit.Conditions.Operators;
using ImsAudit.Json;
using ImsAudit.Values;

namespace ImsAudit.Policies;

/// <summary>Compiles what stands behind <c>group</c>; null is returned, and noted, when it is wrong.</summary>
internal sealed class GroupParser(CompilationScope scope)
{
    private static readonly string[] Members = ["by", "where", "require"];
    private static readonly string[] KeyMembers = ["field", "capture"];
    private static readonly string[] RequireMembers = ["count", "keepNewest", "orderBy"];

    public GroupAssertion? Parse(JsonNodeAt node)
    {
        if (node.Kind != JsonKind.Object)
        {
            scope.Note(node, $"expected an object with \"by\" and \"require\", found {node.Describe()}");
            return null;
        }
        var reader = new ObjectReader(node, scope.Mistakes, Members);
        var by = reader.Required("by") is { } list ? reader.Items(list, "a list of fields").Select(ParseKeyPart).ToList() : [null];
        var where = reader.Member("where") is { } condition ? ConditionParser.Parse(scope, condition) : null;
        var require = reader.Required("require") is { } requirement ? ParseRequirement(requirement) : null;
        return require is null || by.Contains(null) || scope.Mistakes.All.Count > 0 ? null : new GroupAssertion([.. by.OfType<GroupKeyPart>()], where, require);
    }

    private GroupKeyPart? ParseKeyPart(JsonNodeAt node)
    {
        if (node.Kind != JsonKind.Object) return scope.SlotOf(node) is { } plain ? new GroupKeyPart(node.Text!, plain, Capture: null) : null;
        var reader = new ObjectReader(node, scope.Mistakes, KeyMembers);
        var (field, capture) = (reader.Required("field"), reader.Member("capture"));
        if (field is null || scope.SlotOf(field) is not { } slot) return null;
        if (capture is null) return new GroupKeyPart(field.Text!, slot, Capture: null);
        return ParseCapture(capture) is { } regex ? new GroupKeyPart(field.Text!, slot, regex) : null;
    }

    private Regex? ParseCapture(JsonNodeAt node)
    {
        if (new OperandParser(scope, caseSensitive: false).Parse(node, TextValue.Reader) is not { } operand) return null;
        if (operand is not LiteralOperand<string> { Value: var pattern })
        {
            scope.Note(node, "expected a regular expression or { \"param\": name }");
            return null;
        }
        if (scope.Patterns.Compile(pattern, caseSensitive: false, out var mistake) is not { } regex)
            scope.Note(node, $"the regular expression cannot be compiled: {mistake}");
        else if (!regex.GetGroupNumbers().Contains(1))
            scope.Note(node, "the regular expression needs a group, as in \"^(.*)-[0-9]+$\": what it captures is the key");
        else return regex;
        return null;
    }

    private GroupRequirement? ParseRequirement(JsonNodeAt node)
    {
        var reader = new ObjectReader(node, scope.Mistakes, RequireMembers);
        var (count, keepNewest, orderBy) = (reader.Member("count"), reader.Member("keepNewest"), reader.Member("orderBy"));
        if (node.Kind != JsonKind.Object || (count is null) == (keepNewest is null) || (keepNewest is null) != (orderBy is null))
            scope.Note(node, $"expected {{ \"count\": … }}, or {{ \"keepNewest\": n, \"orderBy\": field }}, found {node.Describe()}");
        else if (count is not null) return ParseCount(count);
        else if (ParseKeep(keepNewest!) is { } keep && scope.SlotOf(orderBy!) is { } slot) return new KeepNewestRequirement(keep, orderBy!.Text!, slot);
        return null;
    }

    private CountRequirement? ParseCount(JsonNodeAt node)
    {
        if (CountOperand.Parse(new OperandParser(scope, caseSensitive: false), node) is not { } operand) return null;
        if (operand.IsLiteral) return new CountRequirement(operand);
        scope.Note(node, "a group has no field of its own: expected a number or { \"param\": name }");
        return null;
    }

    private int? ParseKeep(JsonNodeAt node)
    {
        var operand = new OperandParser(scope, caseSensitive: false).Parse(node, Number.Reader);
        if (operand is null) return null;
        if (operand is LiteralOperand<Number> && int.TryParse(operand.Text, out var keep) && keep >= 0) return keep;
        scope.Note(node, $"expected a whole number, 0 or more, found {operand.Text}");
        return null;
    }
}

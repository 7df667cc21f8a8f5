using ImsAudit.Fields;
using ImsAudit.Json;

namespace ImsAudit.Conditions;

/// <summary>Compiles a condition. Mistakes are noted in the scope, all of them; null is returned when there was any.</summary>
public static class ConditionParser
{
    private static readonly string[] Branches = ["allOf", "anyOf", "not"];
    private static readonly string[] Subjects = ["field", "list", "param"];

    public static Condition? Parse(CompilationScope scope, JsonNodeAt node)
    {
        if (node.Boolean is { } literal) return new Constant(literal);
        if (node.Kind != JsonKind.Object)
        {
            scope.Note(node, $"expected a condition (an object, true or false), found {node.Describe()}");
            return null;
        }
        var branch = node.Members.FirstOrDefault(member => Branches.Contains(member.Name));
        return branch is null ? ParseLeaf(scope, node) : ParseBranch(scope, node, branch);
    }

    private static Condition? ParseBranch(CompilationScope scope, JsonNodeAt node, JsonMember branch)
    {
        var others = node.Members.Where(member => member != branch).ToList();
        foreach (var other in others)
            scope.Note(other, $"\"{other.Name}\" cannot stand beside \"{branch.Name}\": put both into an allOf or anyOf");
        if (branch.Name == "not")
            return Parse(scope, branch.Value) is { } inner && others.Count == 0 ? new Not(inner) : null;
        if (ParseAll(scope, branch) is not { } conditions || others.Count > 0) return null;
        return branch.Name == "allOf" ? new AllOf(conditions) : new AnyOf(conditions);
    }

    private static List<Condition>? ParseAll(CompilationScope scope, JsonMember branch)
    {
        if (branch.Value.Kind != JsonKind.Array)
        {
            scope.Note(branch.Value, $"expected a list of conditions, found {branch.Value.Describe()}");
            return null;
        }
        var conditions = branch.Value.Items.Select(item => Parse(scope, item)).ToList();
        return conditions.Contains(null) ? null : [.. conditions.OfType<Condition>()];
    }

    private static FieldCondition? ParseLeaf(CompilationScope scope, JsonNodeAt node)
    {
        var subject = ParseSubject(scope, node);
        var use = OperatorParser.Parse(scope, node, [.. Subjects, .. Branches]);
        return subject is null || use is null ? null : new FieldCondition(subject, use);
    }

    private static Subject? ParseSubject(CompilationScope scope, JsonNodeAt node)
    {
        var subjects = node.Members.Where(member => Subjects.Contains(member.Name)).ToList();
        if (subjects is [var only]) return SubjectOf(scope, only);
        if (subjects.Count == 0) scope.Note(node, "expected \"field\" (or \"list\" or \"param\" in its place), or one of allOf, anyOf, not");
        else scope.Note(subjects[1], $"expected only one of {string.Join(", ", Subjects)}, found {string.Join(" and ", subjects.Select(member => member.Name))}");
        return null;
    }

    private static Subject? SubjectOf(CompilationScope scope, JsonMember member) => member.Name switch
    {
        "field" => scope.SlotOf(member.Value) is { } slot ? new FieldSubject(member.Value.Text!, slot) : null,
        "list" => scope.ListOf(member.Value) is { } list ? new ConstantSubject($"list {list.Id}", ValueOf(list.Values)) : null,
        _ => scope.ParameterOf(member.Value) is { } value ? new ConstantSubject($"parameter {member.Value.Text}", value.Value) : null,
    };

    private static FieldValue ValueOf(IReadOnlyList<FieldValue> items)
    {
        var json = items.SelectMany((item, index) => index == 0 ? item.Json.ToArray() : [(byte)',', .. item.Json.Span]);
        return FieldValue.OfJson((byte[])[(byte)'[', .. json, (byte)']']);
    }
}

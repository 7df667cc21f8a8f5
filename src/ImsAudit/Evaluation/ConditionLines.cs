using ImsAudit.Conditions;
using ImsAudit.Images;
using ImsAudit.Policies;
using ImsAudit.Values;

namespace ImsAudit.Evaluation;

/// <summary>What a policy judges and demands, as indented lines in the words of its file, with parameters replaced by their values.</summary>
internal static class ConditionLines
{
    private const string Step = "  ";

    public static IReadOnlyList<string> Of(Policy policy)
    {
        var lines = new List<string>();
        if (policy.Categories.Count < ImageCategories.All.Count) lines.Add($"categories {policy.Categories}");
        if (policy.When is { } when) Section(lines, "when", when);
        switch (policy.Assertion)
        {
            case ImageAssertion image: Section(lines, image.IsForbidden ? "forbid" : "require", image.Condition); break;
            case GroupAssertion group: Group(lines, group); break;
        }
        return lines;
    }

    private static void Group(List<string> lines, GroupAssertion group)
    {
        lines.Add(group.By.Count == 0 ? "group of all images together" : $"group by {string.Join(", ", group.By.Select(Key))}");
        if (group.Where is { } where) Section(lines, "where", where);
        lines.Add("require");
        lines.Add(Step + group.Require switch
        {
            CountRequirement count => $"count {count.Text}",
            KeepNewestRequirement keep => $"keepNewest {keep.Keep}, orderBy {keep.OrderBy}",
            _ => "",
        });
    }

    private static string Key(GroupKeyPart part) => part.Capture is null ? part.Field : $"{part.Field} captured by {part.Capture}";

    // A trace knows every node in its words; of an image without any field the truths mean nothing, and are left out.
    private static void Section(List<string> lines, string name, Condition condition)
    {
        lines.Add(name);
        Node(lines, condition.Trace(new EvaluationContext(new SparseValues([], []), DateTimeOffset.MinValue)), Step);
    }

    private static void Node(List<string> lines, ConditionTrace trace, string indent)
    {
        lines.Add(indent + trace switch
        {
            BranchTrace branch => branch.Kind,
            LeafTrace leaf => $"{leaf.Subject} {leaf.Use.Describe()}",
            _ => trace.Truth.Name(),
        });
        if (trace is not BranchTrace { Children: var children }) return;
        foreach (var child in children) Node(lines, child, indent + Step);
    }
}

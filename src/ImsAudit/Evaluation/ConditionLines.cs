using ImsAudit.Conditions;
using ImsAudit.Images;
using ImsAudit.Policies;
using ImsAudit.Values;

namespace ImsAudit.Evaluation;

/// <summary>What a policy judges and demands, as indented lines in the words of its file, with parameters replaced by their values.</summary>
internal static class ConditionLines
{
    /// <summary>Stands for a line that is no condition, or that was not judged.</summary>
    public const char NotJudged = '-';

    private const string Step = "  ";

    // A trace knows every node in its words; of an image without any field the truths mean nothing, and are left out.
    private static EvaluationContext Nothing => new(new SparseValues([], []), DateTimeOffset.MinValue);

    public static IReadOnlyList<string> Of(Policy policy)
    {
        var lines = new List<string>();
        if (IsNarrowed(policy)) lines.Add($"categories {policy.Categories}");
        if (policy.When is { } when) Section(lines, "when", when);
        switch (policy.Assertion)
        {
            case ImageAssertion image: Section(lines, image.IsForbidden ? "forbid" : "require", image.Condition); break;
            case GroupAssertion group: Group(lines, group); break;
        }
        return lines;
    }

    /// <summary>
    /// How each of these lines came out for one image, a character a line: <c>t</c>rue, <c>f</c>alse, <c>u</c>nknown, or
    /// <see cref="NotJudged"/>. Null of a policy about groups.
    /// </summary>
    public static string? TruthsOf(Policy policy, in EvaluationContext context)
    {
        if (policy.Assertion is not ImageAssertion assertion) return null;
        var truths = new List<char>();
        var applies = Truth.True;
        if (IsNarrowed(policy)) truths.Add(NotJudged);
        if (policy.When is { } when)
        {
            var trace = when.Trace(context);
            applies = trace.Truth;
            truths.Add(NotJudged);
            Truths(truths, trace, isJudged: true);
        }
        truths.Add(NotJudged);
        Truths(truths, assertion.Condition.Trace(context), isJudged: applies == Truth.True);
        return string.Concat(truths);
    }

    private static bool IsNarrowed(Policy policy) => policy.Categories.Count < ImageCategories.All.Count;

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

    private static void Section(List<string> lines, string name, Condition condition)
    {
        lines.Add(name);
        Node(lines, condition.Trace(Nothing), Step);
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

    private static void Truths(List<char> truths, ConditionTrace trace, bool isJudged)
    {
        truths.Add(isJudged ? trace.Truth.Name()[0] : NotJudged);
        if (trace is not BranchTrace { Children: var children }) return;
        foreach (var child in children) Truths(truths, child, isJudged);
    }
}

using ImsAudit.Cli.Outputs;
using ImsAudit.Conditions;
using ImsAudit.Evaluation;
using ImsAudit.Policies;
using ImsAudit.Results;
using ImsAudit.Values;

namespace ImsAudit.Cli.Explaining;

/// <summary>Writes explanations as trees.</summary>
internal sealed class ExplanationPage(PlainText text, string language)
{
    private const int Step = 2;

    public void WriteAll(IEnumerable<Explanation> explanations)
    {
        foreach (var explanation in explanations) Write(explanation);
    }

    private void Write(Explanation explanation)
    {
        var (policy, image) = (explanation.Policy, explanation.Image);
        text.Line($"policy {policy.Id} ({policy.Severity.Name()}): {policy.Title.In(language)}");
        var name = policy.Sensitive && explanation.Name is not null ? "***" : explanation.Name;
        text.Line($"image {image.Id}{(name is null ? "" : $" \"{name}\"")} ({image.Categories})");
        text.Line($"outcome: {OutcomeOf(explanation)}");
        if (explanation.When is { } when) Section("when", when, policy);
        else text.Line("when: not given, so the policy applies to every image of its categories");
        if (explanation.Assertion is { } assertion) Section(NameOf(policy.Assertion), assertion, policy);
        text.Line();
    }

    private static string OutcomeOf(Explanation explanation)
    {
        var outcome = Outcomes.Name(explanation.Outcome);
        if (!explanation.CategoryApplies) return $"{outcome}: the policy judges {explanation.Policy.Categories}, and the image came as {explanation.Image.Categories}";
        if (explanation.When?.Truth == Truth.Unknown) return $"{outcome}: when is unknown";
        return explanation.Policy.Assertion is GroupAssertion ? $"{outcome}: what the policy says is about images together" : outcome;
    }

    private static string NameOf(Assertion assertion) => assertion switch
    {
        ImageAssertion { IsForbidden: true } => "forbid",
        ImageAssertion => "require",
        _ => "where, which chooses the group's members",
    };

    private void Section(string name, ConditionTrace trace, Policy policy)
    {
        text.Line($"{name}: {trace.Truth.Name()}");
        Node(trace, Step, policy);
    }

    private void Node(ConditionTrace trace, int indent, Policy policy)
    {
        text.Line($"{new string(' ', indent)}{trace.Truth.Name(),-7}  {Describe(trace, policy)}");
        if (trace is not BranchTrace branch) return;
        foreach (var child in branch.Children) Node(child, indent + Step, policy);
    }

    private static string Describe(ConditionTrace trace, Policy policy) => trace switch
    {
        BranchTrace branch => branch.Kind,
        LeafTrace leaf => $"{leaf.Subject} {leaf.Use.Describe()}   (actual: {ActualValue.Of(leaf.Actual, policy.Sensitive)})",
        _ => "literal",
    };
}

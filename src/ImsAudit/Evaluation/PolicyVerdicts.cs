using ImsAudit.Conditions;
using ImsAudit.Images;
using ImsAudit.Policies;
using ImsAudit.Results;
using ImsAudit.Values;

namespace ImsAudit.Evaluation;

/// <summary>The outcomes of the language: categories, then <c>when</c>, then the assertion.</summary>
public static class PolicyVerdicts
{
    public static Verdict Judge(this Policy policy, CategorySet categories, in EvaluationContext context)
    {
        if (!policy.Categories.Overlaps(categories)) return new Verdict(Outcome.NotApplicable);
        switch (policy.When?.Evaluate(context))
        {
            case Truth.False: return new Verdict(Outcome.NotApplicable);
            case Truth.Unknown: return new Verdict(Outcome.Error, WhenUndecided: true);
        }
        var truth = policy.Assertion.Condition.Evaluate(context);
        return new Verdict((policy.Assertion.IsForbidden ? truth.Not() : truth) switch
        {
            Truth.True => Outcome.Pass,
            Truth.False => Outcome.Fail,
            _ => Outcome.Error,
        });
    }
}

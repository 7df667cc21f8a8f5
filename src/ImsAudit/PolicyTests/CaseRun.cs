using ImsAudit.Evaluation;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.PolicyTests;

/// <summary>One case, evaluated.</summary>
internal sealed class CaseRun
{
    private readonly List<Finding> _findings = [];
    private readonly PolicyEvaluator _evaluator;

    private CaseRun(Policy policy, PolicySet set, (PolicyTestFile Tests, PolicyTestCase Case) from)
    {
        (Policy, Tests, Case) = (policy, from.Tests, from.Case);
        _evaluator = new PolicyEvaluator(set, Case.Inventory, (Tests.AsOf, "en"), _findings.Add);
    }

    public Policy Policy { get; }

    public PolicyTestFile Tests { get; }

    public PolicyTestCase Case { get; }

    public Outcome Outcome { get; private set; }

    /// <summary>What a condition sees of an image of the case; valid until the next call.</summary>
    public Conditions.EvaluationContext ContextOf(Images.Image image) => _evaluator.ContextOf(image);

    /// <param name="set">The one policy.</param>
    public static async Task<CaseRun> OfAsync(PolicySet set, PolicyTestFile tests, PolicyTestCase one)
    {
        var run = new CaseRun(set.Policies[0], set, (tests, one));
        await run._evaluator.RunAsync();
        run.Outcome = run._findings.OutcomeOf(one.Image) ?? run._evaluator.OutcomeFor(one.Image);
        return run;
    }

    public PolicyTestResult ToResult() =>
        new(Tests.File, Case.Source.Position, Tests.Policy, Case.Name, Case.Expect, Outcome, Outcome == Case.Expect ? null : Why());

    private string Why() => _findings.Count > 0
        ? Sentences.Undecided(_findings[0].Reasons, "en")
        : $"nothing was found against it; its categories are {Case.Image.Categories}";
}

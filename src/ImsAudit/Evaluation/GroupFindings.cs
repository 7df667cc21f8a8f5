using ImsAudit.Images;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Evaluation;

/// <summary>Findings about groups, which have no image of their own.</summary>
internal static class GroupFindings
{
    public static Finding Failed(Policy policy, GroupAssertion assertion, ImageGroup group, string language)
    {
        var reason = new Reason("count", JsonText.OfNumber(group.Count), ((CountRequirement)assertion.Require).Text);
        return Make(policy, assertion, group, Outcome.Fail, [reason]) with
        {
            Images = group.Images,
            Message = group.Message ?? Sentences.Group(KeyOf(assertion, group), reason, language),
        };
    }

    public static Finding Undecided(Policy policy, GroupAssertion assertion, ImageGroup group, string language) =>
        Make(policy, assertion, group, Outcome.Error, group.Undecided!) with { Message = Sentences.Undecided(group.Undecided!, language) };

    /// <summary>Nothing can be said of images together when not all of them were seen.</summary>
    public static Finding NotSeen(Policy policy, CategorySet lacking, string language)
    {
        IReadOnlyList<Reason> reasons = [.. lacking.Select(category => new Reason("@category", JsonText.OfString(category.Name()), "collected completely, without a filter"))];
        return new Finding
        {
            Fingerprint = Fingerprint.Of(policy.Id, ImageScope.Unknown, ""),
            Policy = policy.Id,
            Severity = policy.Severity,
            Outcome = Outcome.Error,
            Group = new Dictionary<string, JsonText>(StringComparer.Ordinal),
            Images = [],
            Reasons = reasons,
            Message = Sentences.Undecided(reasons, language),
        };
    }

    private static Finding Make(Policy policy, GroupAssertion assertion, ImageGroup group, Outcome outcome, IReadOnlyList<Reason> reasons) => new()
    {
        Fingerprint = Fingerprint.Of(policy.Id, ImageScope.Unknown, GroupKey.Join(group.Key)),
        Policy = policy.Id,
        Severity = policy.Severity,
        Outcome = outcome,
        Group = KeyOf(assertion, group).ToDictionary(pair => pair.Field, pair => policy.Sensitive && !pair.Value.IsNull ? JsonText.OfString("***") : pair.Value, StringComparer.Ordinal),
        Images = [],
        Reasons = reasons,
        Message = "",
    };

    private static List<(string Field, JsonText Value)> KeyOf(GroupAssertion assertion, ImageGroup group) =>
        [.. assertion.By.Select((part, index) => (part.Field, group.Key[index])).DistinctBy(pair => pair.Field)];
}

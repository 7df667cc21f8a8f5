using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Impact;

/// <summary>What the change of one policy means for the images.</summary>
/// <param name="From">The old severity; null when the policy was not there.</param>
/// <param name="To">The new severity; null when the policy is there no more.</param>
/// <param name="Images">Those that come out otherwise, in the inventory's order.</param>
public sealed record PolicyImpact(string Id, PolicyChange Change, Severity? From, Severity? To, IReadOnlyList<ImageChange> Images)
{
    /// <summary>Groups that come out otherwise and name no image.</summary>
    public IReadOnlyList<GroupChange> Groups { get; init; } = [];

    /// <summary>The policy means the same for every image.</summary>
    public bool IsWithoutEffect => Images.Count == 0 && Groups.Count == 0;

    public int NewlyFail => Newly(Outcome.Fail);

    public int NewlyPass => Newly(Outcome.Pass);

    public int NewlyError => Newly(Outcome.Error);

    public int NewlyNotApplicable => Newly(Outcome.NotApplicable);

    /// <summary>The images that a removed policy judges no more.</summary>
    public int NotJudged => Images.Count(image => image.To is null);

    private int Newly(Outcome outcome) => Images.Count(image => image.To == outcome);
}

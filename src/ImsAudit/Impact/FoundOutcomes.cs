using ImsAudit.Images;
using ImsAudit.Results;

namespace ImsAudit.Impact;

/// <summary>What the findings of one policy say about images: of each its own finding, else its group's, else that of the whole policy.</summary>
internal sealed class FoundOutcomes
{
    private readonly Dictionary<(ImageScope Scope, string Id), Outcome> _own = [];
    private readonly Dictionary<(ImageScope Scope, string Id), Outcome> _groups = [];
    private readonly Dictionary<string, (IReadOnlyDictionary<string, JsonText> Key, Outcome Outcome)> _apart = new(StringComparer.Ordinal);

    /// <summary>What was found of groups none of whose images is named (empty, or nobody can tell), by fingerprint.</summary>
    public IReadOnlyDictionary<string, (IReadOnlyDictionary<string, JsonText> Key, Outcome Outcome)> Apart => _apart;

    public void Add(Finding finding)
    {
        if (finding.Image is { } image) _own[KeyOf(image)] = finding.Outcome;
        else if (finding.Images is { Count: > 0 } members)
            foreach (var member in members) _groups[KeyOf(member)] = finding.Outcome;
        else _apart[finding.Fingerprint] = (finding.Group!, finding.Outcome);
    }

    /// <param name="judged">How the image comes out where nothing was found against it.</param>
    public Outcome Of(Image image, Outcome judged)
    {
        if (_own.TryGetValue((image.Scope, image.Id), out var outcome) || _groups.TryGetValue((image.Scope, image.Id), out outcome)) return outcome;
        // Whether its group is one that could not be decided is not known: then no image has passed.
        return judged == Outcome.Pass && _apart.Values.Any(group => group.Outcome == Outcome.Error) ? Outcome.Error : judged;
    }

    private static (ImageScope Scope, string Id) KeyOf(FindingImage image) => (new ImageScope(image.Cloud, image.Region, image.Project), image.Id);
}

using ImsAudit.Results;

namespace ImsAudit.Differences;

/// <summary>What changed from one scan or snapshot to another. Reports are made from this alone.</summary>
public sealed record Difference
{
    public const string Schema = "imsaudit/diff/1";

    private Difference(Side old, Side @new) => (Old, New) = (old, @new);

    public Side Old { get; }

    public Side New { get; }

    /// <summary>Null where two snapshots are compared.</summary>
    public FindingsDifference? Findings { get; private init; }

    /// <summary>Null where no snapshots are given.</summary>
    public ImagesDifference? Images { get; private init; }

    /// <summary><c>en</c> or <c>zh</c>: the language of the headings.</summary>
    public string Language { get; init; } = "en";

    /// <summary>What made the comparison; null when nobody says.</summary>
    public ToolInfo? Tool { get; init; }

    /// <summary>One of the sides did not see everything that it was to see.</summary>
    public bool IsIncomplete => Sides.Any(side => side.IsIncomplete);

    public IReadOnlyList<Caveat> Caveats => [.. Differences.Caveats.Of(this)];

    private IEnumerable<Side> Sides => Images is { } images ? [Old, New, images.Old, images.New] : [Old, New];

    /// <param name="images">Of the snapshots that the results were made from; null when they are not given.</param>
    public static Difference Of(AuditResult old, AuditResult @new, ImagesDifference? images = null) => new(Side.Of(old), Side.Of(@new))
    {
        Findings = FindingsDifference.Between(old, @new),
        Images = images,
        Language = @new.Run.Language,
    };

    public static Difference Of(ImagesDifference images) => new(images.Old, images.New) { Images = images };
}

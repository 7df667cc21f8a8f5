using ImsAudit.Images;
using ImsAudit.Results;

namespace ImsAudit.History.Reading;

/// <summary>What happened to an image.</summary>
public enum ImageChangeKind
{
    /// <summary>It was seen for the first time.</summary>
    Appeared = 0,

    /// <summary>Its categories, or a field that the history keeps, are other than they were.</summary>
    Changed = 1,

    /// <summary>It was not there where everything was seen.</summary>
    Gone = 2,

    /// <summary>It had been gone, and came back.</summary>
    Returned = 3,
}

/// <param name="Before">As it was; null when it appeared.</param>
/// <param name="Image">As it is since; when it is gone, as it was.</param>
public sealed record ImageChange(ImageChangeKind Kind, DateTimeOffset At, PastImage Image, PastImage? Before)
{
    /// <summary>Where it was seen.</summary>
    internal long Place { get; init; }

    /// <summary>The fields that differ, with what they were and are.</summary>
    public IEnumerable<(string Field, JsonText? Before, JsonText? After)> Fields =>
        Kind is not (ImageChangeKind.Changed or ImageChangeKind.Returned) ? [] : Before!.Fields.Keys.Union(Image.Fields.Keys, StringComparer.Ordinal)
            .Select(name => (name, Find(Before, name), Find(Image, name))).Where(pair => pair.Item2 != pair.Item3);

    private static JsonText? Find(PastImage image, string field) => image.Fields.TryGetValue(field, out var value) ? value : null;
}

/// <summary>What an image was like, from when to when.</summary>
/// <param name="To">When it was other, or gone; null while it holds.</param>
internal sealed record ImageVersion(PastImage Image, string FieldsJson, DateTimeOffset From, DateTimeOffset LastSeen, DateTimeOffset? To);

/// <summary>For how long an image that others share with us stood in one of the shared categories.</summary>
/// <param name="Status">shared-pending, shared-accepted or shared-rejected.</param>
/// <param name="Until">When it was no longer so; null while it is.</param>
public sealed record ShareState(PastImage Image, ImageCategory Status, DateTimeOffset Since, DateTimeOffset LastSeen, DateTimeOffset? Until);

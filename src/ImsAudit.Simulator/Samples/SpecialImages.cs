namespace ImsAudit.Simulator.Samples;

/// <summary>The images that the sample estate is there for: one for each thing that goes wrong or looks odd.</summary>
internal static class SpecialImages
{
    private static readonly IReadOnlyList<Func<SampleContext, ImageDraft>>[] s_lists = [Violations.All, Quirks.All, HostileTexts.Images];

    /// <summary>Violations, quirks and hostile texts by turns, so that a small estate has some of each.</summary>
    public static IReadOnlyList<Func<SampleContext, ImageDraft>> All { get; } =
    [
        .. Enumerable.Range(0, s_lists.Max(list => list.Count))
            .SelectMany(turn => s_lists.Where(list => turn < list.Count).Select(list => list[turn])),
    ];
}

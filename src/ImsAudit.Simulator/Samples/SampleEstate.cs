using ImsAudit.Simulator.Estates;

namespace ImsAudit.Simulator.Samples;

/// <summary>Makes the sample estate: regular images of every kind, and spread among them the special ones.</summary>
internal static class SampleEstate
{
    // Below this the special images would be more than the exception.
    private const int SizeForAllSpecials = 400;

    private const int PercentSpecialsInSmall = 15;

    public static SimulatedEstate Make(DateTimeOffset reference, int images, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(images);
        var context = new SampleContext(reference, seed);
        return new SimulatedEstate(SampleProjects.Own, MakeAll(context, images));
    }

    private static IEnumerable<SimulatedImage> MakeAll(SampleContext context, int images)
    {
        var specials = images >= SizeForAllSpecials
            ? SpecialImages.All
            : [.. SpecialImages.All.Take(images * PercentSpecialsInSmall / 100)];
        using var writer = new ImageWriter();
        var every = specials.Count == 0 ? images + 1 : images / specials.Count;
        for (var i = 1; i <= images; i++)
        {
            var at = i / every - 1;
            var isSpecial = i % every == 0 && at < specials.Count;
            yield return (isSpecial ? specials[at](context) : Regular(context)).ToImage(writer);
        }
    }

    private static ImageDraft Regular(SampleContext context) => context.Random.Below(100) switch
    {
        < 41 => RegularImages.Private(context, SampleProjects.Production),
        < 44 => RegularImages.SharedOut(context, SampleProjects.Production),
        < 64 => RegularImages.Public(context),
        < 72 => RegularImages.Market(context),
        < 80 => RegularImages.SharedIn(context, SampleProjects.Production, MemberStatus.Accepted),
        < 83 => RegularImages.SharedIn(context, SampleProjects.Production, MemberStatus.Rejected),
        < 85 => RegularImages.SharedIn(context, SampleProjects.Production, MemberStatus.Pending),
        < 91 => RegularImages.Private(context, SampleProjects.Development),
        < 94 => RegularImages.SharedIn(context, SampleProjects.Development, MemberStatus.Accepted),
        < 98 => RegularImages.Private(context, SampleProjects.Research),
        _ => RegularImages.Private(context, SampleProjects.Stranger),
    };
}

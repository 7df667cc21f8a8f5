using ImsAudit.Collection.Api;

namespace ImsAudit.Collection.Wording;

/// <summary>What is said of the members of own images (<c>--members</c>).</summary>
internal static class MemberSentences
{
    public const string BadId = "the members were not asked for, because the image's id cannot stand in an address";
    public const string OutOfTime = "the members were not read before the time for the collection was over: give more with --timeout";
    public const string NobodyToAsk = "the members were not asked for, because nobody is signed in to the project that owns the image";

    /// <summary>Why the members of one image are not known, as a part of a sentence.</summary>
    public static string Why(ApiFailure failure) =>
        $"the members could not be read: {failure.Detail}{FailureSentences.Said(failure.Said)}{Advice(failure.Kind)}";

    /// <summary>What came of all images of one project.</summary>
    public static string Note(IReadOnlyList<(string Id, string? Unknown)> asked)
    {
        var lost = asked.Where(one => one.Unknown is not null).OrderBy(one => one.Id, StringComparer.Ordinal).ToList();
        var read = $"Members were read of {asked.Count - lost.Count} of {asked.Count} own images that are shared";
        return lost.Count == 0 ? $"{read}." : $"{read}. The fields @members of the others are unknown (first \"{Quoted.Capped(lost[0].Id)}\": {lost[0].Unknown}); policies that read them end in an error there.";
    }

    private static string Advice(FailureKind kind) => kind switch
    {
        FailureKind.Forbidden => ": give the user the permissions ims:images:get and ims:images:share in this project",
        FailureKind.Throttled => ": lower --rate or --concurrency, or try again later",
        FailureKind.ServerError or FailureKind.TimedOut or FailureKind.Broken or FailureKind.Unreachable => ": try again later",
        _ => "",
    };
}

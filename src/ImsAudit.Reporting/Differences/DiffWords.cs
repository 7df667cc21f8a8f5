using ImsAudit.Differences;
using ImsAudit.Inventories;
using ImsAudit.Reporting.Model;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Differences;

/// <summary>The sentences on what changed, in one language.</summary>
internal sealed class DiffWords(WordList words)
{
    /// <summary>In UTF-16 units; JSON alone has longer values whole.</summary>
    private const int LongestValue = 300;

    public WordList List => words;

    /// <summary>How many findings are new, fixed and so on; null where no results are compared.</summary>
    public string? Findings(Difference difference)
    {
        if (difference.Findings is not { } findings) return null;
        FindingState[] always = [FindingState.New, FindingState.Fixed, FindingState.StillOpen];
        var counts = FindingStates.All.Select(state => (State: state, Count: findings.Count(state)))
            .Where(count => count.Count > 0 || always.Contains(count.State))
            .Select(count => words.Say(CountKey(count.State), count.Count));
        return words.Say("diff.findings", Joined(counts));
    }

    /// <summary>How many images are added, removed and so on; null where no images are compared.</summary>
    public string? Images(Difference difference)
    {
        if (difference.Images is not { } images) return null;
        IEnumerable<string> counts =
        [
            words.Say("diff.count.added", images.Added.Count), words.Say("diff.count.removed", images.Removed.Count),
            words.Say("diff.count.changedImages", images.Changed.Count), words.Say("diff.count.unchanged", images.Unchanged),
        ];
        if (images.NotSeenSince.Count > 0) counts = counts.Append(words.Say("diff.count.notSeenSince", images.NotSeenSince.Count));
        if (images.NotSeenBefore.Count > 0) counts = counts.Append(words.Say("diff.count.notSeenBefore", images.NotSeenBefore.Count));
        return words.Say("diff.images", Joined(counts));
    }

    /// <summary>Those that say something else may be so come first; what two sides say is said once.</summary>
    public IReadOnlyList<(Caveat Caveat, string Text)> Notes(Difference difference) =>
        [.. difference.Caveats.Select(caveat => (Caveat: caveat, Text: Note(caveat))).DistinctBy(note => note.Text, StringComparer.Ordinal).OrderByDescending(note => note.Caveat.IsGrave)];

    public string Why(Unseen? why) => why switch
    {
        null => "",
        Unseen.Failed => words.Say("diff.why.failed"),
        Unseen.NotAsked => words.Say("diff.why.notAsked"),
        Unseen.Filtered => words.Say("diff.why.filtered"),
        Unseen.Undecided => words.Say("diff.why.undecided"),
        _ => words.Say("diff.why.notKnown"),
    };

    public string Heading(FindingState state) => words.Say(HeadingKey(state));

    /// <summary>The heading where there is room for two words.</summary>
    public string Label(FindingState state) => words.Say(state switch
    {
        FindingState.Changed => "diff.short.changed",
        FindingState.UndecidedSince => "diff.short.undecidedSince",
        FindingState.DecidedSince => "diff.short.decidedSince",
        FindingState.NotSeenSince => "diff.short.notSeenSince",
        FindingState.NotSeenBefore => "diff.short.notSeenBefore",
        FindingState.PolicyAdded => "diff.short.policyAdded",
        FindingState.PolicyRemoved => "diff.short.policyRemoved",
        _ => HeadingKey(state),
    });

    public string Completeness(Side side) => words.Say(side.IsIncomplete ? "word.incomplete" : side.Completeness switch
    {
        Inventories.Completeness.Complete => "diff.complete",
        _ => "word.unknown",
    });

    /// <summary>From what to what, where severity or outcome are not as they were; else null.</summary>
    public string? Move(FindingChange change)
    {
        if (change.Old is not { } old || change.New is not { } @new) return null;
        if (old.Outcome == @new.Outcome && old.Severity == @new.Severity) return null;
        return words.Say("diff.move", Standing(old), Standing(@new));
    }

    public static string Value(JsonText value) => Formats.ShortText.Of(value.Display, LongestValue);

    public static string Where(ComparedImage image) =>
        string.Join(" / ", new[] { image.Scope.Cloud, image.Scope.Region, image.Scope.Project }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>Listings of either side that failed, each once.</summary>
    public static IEnumerable<(bool IsOld, Listing Listing)> Failed(Difference difference)
    {
        IEnumerable<(bool IsOld, Side Side)> sides = [(true, difference.Old), (false, difference.New)];
        if (difference.Images is { } images) sides = [.. sides, (true, images.Old), (false, images.New)];
        return sides.SelectMany(side => side.Side.Listings.Where(listing => !listing.Complete).Select(listing => (side.IsOld, Listing: listing)))
            .DistinctBy(failed => (failed.IsOld, failed.Listing.Scope, failed.Listing.Category, failed.Listing.Error));
    }

    private string Standing(Finding finding) => words.Say("diff.standing", words.Say("severity." + Policies.Severities.Name(finding.Severity)), words.Say(finding.Outcome switch
    {
        Outcome.Error => "row.error",
        Outcome.Waived => "row.waived",
        _ => "diff.open",
    }));

    private string Note(Caveat caveat) => words.Say(NoteKey(caveat.Kind), [.. caveat.Values.Select(value => value is DateTimeOffset time ? Words.Time(time) : value)]);

    private string Joined(IEnumerable<string> parts) => string.Join(words.Say("diff.comma"), parts);

    private static string CountKey(FindingState state) => state switch
    {
        FindingState.New => "diff.count.new",
        FindingState.UndecidedSince => "diff.count.undecidedSince",
        FindingState.Unwaived => "diff.count.unwaived",
        FindingState.Changed => "diff.count.changed",
        FindingState.StillOpen => "diff.count.stillOpen",
        FindingState.Fixed => "diff.count.fixed",
        FindingState.DecidedSince => "diff.count.decidedSince",
        FindingState.WaivedSince => "diff.count.waivedSince",
        FindingState.StillWaived => "diff.count.stillWaived",
        FindingState.NotSeenSince => "diff.count.notSeenSince",
        FindingState.NotSeenBefore => "diff.count.notSeenBefore",
        FindingState.PolicyAdded => "diff.count.policyAdded",
        _ => "diff.count.policyRemoved",
    };

    private static string HeadingKey(FindingState state) => state switch
    {
        FindingState.New => "diff.new",
        FindingState.UndecidedSince => "diff.undecidedSince",
        FindingState.Unwaived => "diff.unwaived",
        FindingState.Changed => "diff.changed",
        FindingState.StillOpen => "diff.stillOpen",
        FindingState.Fixed => "diff.fixed",
        FindingState.DecidedSince => "diff.decidedSince",
        FindingState.WaivedSince => "diff.waivedSince",
        FindingState.StillWaived => "diff.stillWaived",
        FindingState.NotSeenSince => "diff.notSeenSince",
        FindingState.NotSeenBefore => "diff.notSeenBefore",
        FindingState.PolicyAdded => "diff.policyAdded",
        _ => "diff.policyRemoved",
    };

    private static string NoteKey(CaveatKind kind) => kind switch
    {
        CaveatKind.OldIncomplete => "diff.note.oldIncomplete",
        CaveatKind.NewIncomplete => "diff.note.newIncomplete",
        CaveatKind.OldNotKnown => "diff.note.oldNotKnown",
        CaveatKind.NewNotKnown => "diff.note.newNotKnown",
        CaveatKind.NothingInCommon => "diff.note.nothingInCommon",
        CaveatKind.OnlyOldAsked => "diff.note.onlyOldAsked",
        CaveatKind.OnlyNewAsked => "diff.note.onlyNewAsked",
        CaveatKind.Filtered => "diff.note.filtered",
        CaveatKind.Swapped => "diff.note.swapped",
        CaveatKind.OldSnapshotOther => "diff.note.oldSnapshotOther",
        CaveatKind.NewSnapshotOther => "diff.note.newSnapshotOther",
        CaveatKind.OtherPolicySet => "diff.note.otherPolicySet",
        CaveatKind.OtherMoment => "diff.note.otherMoment",
        CaveatKind.OtherTool => "diff.note.otherTool",
        CaveatKind.OtherWaivers => "diff.note.otherWaivers",
        CaveatKind.Repeated => "diff.note.repeated",
        _ => "diff.note.notCompared",
    };
}

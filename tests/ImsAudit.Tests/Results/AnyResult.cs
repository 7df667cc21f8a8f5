using CsCheck;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Tests.Results;

/// <summary>Results of every shape, their texts full of what hurts.</summary>
internal static class AnyResult
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char["ab <>&'\"\\|`*_=+-@#{}[]\r\n\t\u001b\u202e\u200b\ufeff\u0000中文é"], 0, 12],
        Gen.OneOf("", "<script>alert(1)</script>", "{{ 1 }}", "\U0001F600", "镜像"));

    private static readonly Gen<string?> MaybeText = Gen.Select(Gen.Bool, Text, (there, text) => there ? text : null);

    private static readonly Gen<DateTimeOffset> Time =
        Gen.Long[DateTime.UnixEpoch.Ticks, new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks].Select(ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    private static readonly Gen<DateTimeOffset?> MaybeTime = Gen.Select(Gen.Bool, Time, (there, time) => there ? time : (DateTimeOffset?)null);

    private static readonly Gen<DateOnly> Day = Gen.Int[0, 80_000].Select(DateOnly.FromDayNumber).Select(day => day.AddYears(1900));

    private static readonly Gen<JsonText> Value = Gen.OneOf(
        Text.Select(JsonText.OfString),
        Gen.Bool.Select(JsonText.OfBoolean),
        Gen.Long.Select(JsonText.OfNumber),
        Gen.OneOf(JsonText.Null, JsonText.Parse("1.50"u8), JsonText.Parse("""[ "a", {"b": null, "ü": "\ud800"} ]"""u8)));

    private static readonly Gen<IReadOnlyList<string>> Texts = Text.List[0, 3].Select(texts => (IReadOnlyList<string>)texts);

    private static readonly Gen<IReadOnlyDictionary<string, JsonText>> Values =
        Gen.Dictionary(Text, Value)[0, 3].Select(values => (IReadOnlyDictionary<string, JsonText>)values);

    private static readonly Gen<ImageScope> Scope = Gen.Select(MaybeText, MaybeText, MaybeText, (cloud, region, project) => new ImageScope(cloud, region, project));

    private static readonly Gen<Severity> AnySeverity = Gen.OneOf([.. Severities.WorstFirst]);

    private static readonly Gen<Listing> Listings = Gen.Select(
        Gen.Select(Scope, Gen.OneOf([.. ImageCategories.All]), Text),
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Long[0, long.MaxValue], Gen.Bool),
        Gen.Select(MaybeText, MaybeTime, MaybeTime, Gen.Bool, Texts),
        Gen.Select(Gen.OneOf([.. Enum.GetValues<ListingEnd>()]), MaybeText, MaybeText, Gen.Int[0, 9], Texts),
        (asked, came, ended, proof) => new Listing
        {
            Scope = asked.Item1,
            Category = asked.Item2,
            Query = asked.Item3,
            Pages = came.Item1,
            Images = came.Item2,
            Complete = came.Item3,
            Error = ended.Item1,
            StartedAt = ended.Item2,
            FinishedAt = ended.Item3,
            Filtered = ended.Item4,
            Ended = proof.Item1,
            // Without an end nothing else is said of how it went.
            FirstId = proof.Item1 == ListingEnd.NotKnown ? null : proof.Item2,
            LastId = proof.Item1 == ListingEnd.NotKnown ? null : proof.Item3,
            Retries = proof.Item1 == ListingEnd.NotKnown ? 0 : proof.Item4,
            Drift = proof.Item1 == ListingEnd.NotKnown ? [] : proof.Item5,
            Notes = ended.Item5,
        });

    private static readonly Gen<RunInfo> Run = Gen.Select(
        Gen.Select(Text, Time, Time, Time, Gen.OneOf(Completeness.Complete, Completeness.Incomplete, Completeness.NotKnown)),
        Gen.Select(Texts, Listings.List[0, 3], Gen.Long[0, long.MaxValue], Gen.OneOf("en", "zh")),
        Gen.Select(Text, MaybeText, MaybeText),
        (run, saw, hashes) => new RunInfo
        {
            Id = run.Item1,
            AsOf = run.Item2,
            StartedAt = run.Item3,
            FinishedAt = run.Item4,
            Completeness = run.Item5,
            Notes = saw.Item1,
            Listings = saw.Item2,
            Images = saw.Item3,
            Language = saw.Item4,
            PolicySetSha256 = hashes.Item1,
            SnapshotSha256 = hashes.Item2,
            WaiversSha256 = hashes.Item3,
            HistoryError = hashes.Item3,
        });

    private static readonly Gen<int> Number = Gen.Int[0, int.MaxValue];

    private static readonly Gen<ResultSummary> Summary = Gen.Select(
        Gen.Select(Number, Number, Number, Number, Number),
        Number.Array[5],
        Gen.Select(Gen.Bool, Gen.Double[0, 1], Gen.OneOf("critical", "none"), Gen.OneOf(0, 1, 3)),
        (counts, findings, gate) => new ResultSummary
        {
            Images = counts.Item1,
            Policies = counts.Item2,
            Errors = counts.Item3,
            Waived = counts.Item4,
            Baselined = counts.Item5,
            Findings = Severities.WorstFirst.Index().ToDictionary(at => at.Item, at => findings[at.Index]),
            Compliance = gate.Item1 ? gate.Item2 : null,
            Gate = new GateResult(gate.Item3, gate.Item4 == 0, gate.Item4)
            {
                History = gate.Item1 ? new HistoryGate(gate.Item4 == 1, new Dictionary<Severity, string> { [Severity.High] = "7d" }, [new GateFailure("maxAge", counts.Item1, counts.Item2)]) : null,
            },
        });

    private static readonly Gen<PolicyResult> Policy = Gen.Select(
        Gen.Select(Text, Text, AnySeverity, MaybeText, MaybeText, MaybeText),
        Gen.Select(Texts, Texts, Gen.Dictionary(Text, Texts)[0, 2], Texts),
        Number.Array[5],
        (texts, lists, counts) => new PolicyResult
        {
            Condition = lists.Item4,
            Id = texts.Item1,
            Title = texts.Item2,
            Severity = texts.Item3,
            Description = texts.Item4,
            Rationale = texts.Item5,
            Remediation = texts.Item6,
            References = lists.Item1,
            Tags = lists.Item2,
            Controls = lists.Item3,
            Pass = counts[0],
            Fail = counts[1],
            Error = counts[2],
            NotApplicable = counts[3],
            Waived = counts[4],
            Source = counts[0] % 2 == 0 ? new PolicySource(texts.Item1, counts[1]) : null,
        });

    private static readonly Gen<FindingImage> Image = Gen.Select(
        Gen.Select(Text, MaybeText, Scope), Gen.Select(Text, Texts, MaybeTime),
        (image, categories) => new FindingImage
        {
            Id = image.Item1,
            Name = image.Item2,
            Cloud = image.Item3.Cloud,
            Region = image.Item3.Region,
            Project = image.Item3.Project,
            Category = categories.Item1,
            Categories = categories.Item2,
            CreatedAt = categories.Item3,
        });

    private static readonly Gen<AppliedWaiver> Waiver = Gen.Select(Text, Text, MaybeText, Day, (reason, owner, ticket, day) => new AppliedWaiver(reason, owner, ticket, day));

    private static readonly Gen<Finding> Findings = Gen.Select(
        Gen.Select(Text, Text, AnySeverity, Gen.OneOf(Outcome.Fail, Outcome.Error, Outcome.Waived), Gen.Bool),
        Gen.Select(Gen.Bool, Image, Values, Image.List[0, 2]),
        Gen.Select(Gen.Select(Text, Value, Text, (field, actual, expected) => new Reason(field, actual, expected)).List[0, 2], Text, Gen.Bool, Waiver, MaybeTime, Values),
        (finding, subject, why) => new Finding
        {
            Fingerprint = finding.Item1,
            Policy = finding.Item2,
            Severity = finding.Item3,
            Outcome = finding.Item4,
            Baselined = finding.Item5,
            Image = subject.Item1 ? subject.Item2 : null,
            Group = subject.Item1 ? null : subject.Item3,
            Images = subject.Item1 ? null : subject.Item4,
            Reasons = why.Item1,
            Message = why.Item2,
            Waiver = why.Item3 ? why.Item4 : null,
            FirstSeen = why.Item5,
            AgeDays = why.Item5 is null ? null : 12,
            New = why.Item5 is not null,
            Fields = why.Item6,
        });

    private static readonly Gen<WaiverNote> Note = Gen.Select(Text, Text, Waiver, (policy, image, waiver) =>
        new WaiverNote(policy, image, waiver.Reason, waiver.Owner, waiver.Ticket, waiver.Expires));

    private static readonly Gen<BaselineReport?> Gone = Gen.Select(Gen.Bool, Text, Gen.Select(Text, Text, Text).List[0, 2], (there, run, gone) =>
        there ? new BaselineReport(run, [.. gone.Select(one => new FixedFinding(one.Item1, one.Item2, Severity.High, one.Item3, one.Item1))]) : null);

    public static Gen<AuditResult> Generator { get; } = Gen.Select(
        Gen.Select(Text, Text), Run, Summary, Policy.List[0, 3], Findings.List[0, 4], Gen.Select(Note.List[0, 2], Note.List[0, 2], Gone),
        (tool, run, summary, policies, findings, notes) => new AuditResult
        {
            Tool = new ToolInfo(tool.Item1, tool.Item2),
            Run = run,
            Summary = summary,
            Policies = policies,
            Findings = findings,
            Waivers = new WaiverReport(notes.Item1, notes.Item2),
            Baseline = notes.Item3,
        });
}

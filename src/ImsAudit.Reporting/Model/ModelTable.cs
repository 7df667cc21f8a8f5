namespace ImsAudit.Reporting.Model;

/// <summary>What each member of the model says. A member that is not here, or that the model has not, fails <c>template docs</c>.</summary>
public static class ModelTable
{
    /// <summary>The key of the whole model.</summary>
    public const string Root = "model";

    public static IReadOnlyList<ModelObject> Objects { get; } = [.. Outer, .. OfFindings, .. Rest];

    /// <summary>Every name that a template may write.</summary>
    public static IEnumerable<string> Names => Objects.SelectMany(one => one.Members).Select(member => member.Name).Distinct(StringComparer.Ordinal);

    private static IEnumerable<ModelObject> Outer =>
    [
        new(Root, "Names that stand alone",
        [
            new("say", "the words of the reports: `say 'key' values`, see above"),
            new("tool", "the program that made the result", "tool"),
            new("verdict", "what a reader with ten seconds must know", "verdict"),
            new("run", "the run, and what was seen", "run"),
            new("summary", "counts", "summary"),
            new("charts", "what the charts draw", "charts"),
            new("changes", "since the baseline; null without one", "changes"),
            new("policies", "worst first, those without a finding last", "policy"),
            new("findings", "all findings together; they themselves stand below their policies", "findings"),
            new("waivers", "waivers that did nothing", "waivers"),
            new("baseline", "the baseline; null without `--baseline`", "baseline"),
        ]),
        new("tool", "`tool`", [new("name", "`imsaudit`"), new("version", "such as `0.1.0`")]),
        new("verdict", "`verdict`",
        [
            new("state", "`incomplete`, `failed`, `unknown` (passed by what was given, but that may not be all) or `passed`"),
            new("completeness", "a sentence: was everything seen"),
            new("gate", "a sentence: is the gate passed"),
            new("forecast", "a sentence where `run.asOf` lay in the future"),
            new("sentences", "all of them, the graver first"),
        ]),
        new("run", "`run`",
        [
            new("id", "of this run"), new("asOf", "the moment that ages are judged at"), new("startedAt", ""), new("finishedAt", ""),
            new("complete", "null: not known. **Never write a report that does not say it** (or `verdict`)"),
            new("notes", "sentences that every report begins with"),
            new("listings", "what was asked for", "listing"), new("listingCount", ""),
            new("failedListings", "those that are not complete", "listing"), new("failedListingCount", ""),
            new("images", "how many were judged"), new("language", "`en` or `zh`"), new("policySetSha256", "of policies, parameters, lists and tables"),
            new("snapshotSha256", "of the snapshot's image lines"), new("waiversSha256", "of the waiver file"),
        ]),
        new("listing", "A listing",
        [
            new("scope", "cloud, region and project in one"), new("cloud", ""), new("region", ""), new("project", ""), new("category", ""),
            new("query", "what was asked, as query parameters"), new("pages", ""), new("images", ""), new("first_id", ""), new("last_id", ""),
            new("retries", ""), new("seconds", "how long it took"), new("ended", "`no next`, `empty page`, `failed` or `timed out`"),
            new("drift", "sentences: what changed while it was read"), new("complete", ""), new("error", "why it is not complete"),
            new("startedAt", ""), new("finishedAt", ""), new("filtered", "`--filter` narrowed it"), new("notes", "sentences"),
        ]),
        new("summary", "`summary`",
        [
            new("images", ""), new("policies", ""), new("findings", "violations that no waiver covers, worst first", "severity count"),
            new("violations", "all severities together"), new("errors", "could not be decided"), new("waived", ""),
            new("showWaived", "`--show-waived` was said; else the policies' findings lack the waived ones"), new("baselined", "known from the baseline"),
            new("compliance", "`97.4 %`, or `–`; only a whole is called 100 %"), new("policiesWithFindings", ""), new("gate", "", "gate"),
        ]),
        new("severity count", "A count of `summary.findings`", [new("severity", "`critical`, `high`, `medium`, `low` or `info`"), new("count", "")]),
        new("gate", "`summary.gate`", [new("failOn", "a severity, or `none`"), new("passed", ""), new("exitCode", "0, 1 or 3")]),
    ];

    private static IEnumerable<ModelObject> OfFindings =>
    [
        new("policy", "A policy",
        [
            new("id", ""), new("title", ""), new("severity", ""), new("description", ""), new("rationale", ""), new("remediation", ""),
            new("references", "addresses; write them with `link`"), new("tags", ""), new("controls", "", "control"),
            new("evaluated", "`pass` + `fail` + `error` + `waived`"), new("pass", ""), new("fail", ""), new("error", "could not be decided"), new("notApplicable", ""), new("waived", ""),
            new("compliance", "`97.4 %`, or `–`"), new("share", "the same as a number, 0 to 100"), new("open", "findings that are neither waived nor in the baseline"),
            new("findings", "", "finding"), new("findingCount", ""), new("shown", "the first of them, `findings.perPage`", "finding"), new("shownCount", ""),
            new("held", "how many of them are in the file when the rest is data"), new("parts", "of its bar", "part"),
            new("requests", "API requests that the remediation names"), new("condition", "lines: what the policy judges and demands"),
        ]),
        new("control", "A control of a policy", [new("framework", ""), new("ids", "")]),
        new("finding", "A finding",
        [
            new("fingerprint", "the same from scan to scan"), new("severity", ""), new("outcome", "`fail`, `error` or `waived`"), new("baselined", "was in the baseline"),
            new("subject", "the image, or the group, in one line"), new("name", "of the image, or the group's key"), new("where", "cloud, region and project; of a group how many images"),
            new("categories", "of the image, or of the group's images"), new("created", "the day on which the (oldest) image was created"),
            new("waived", "a sentence on the waiver"), new("imagesShown", "the first hundred of a group", "image"), new("imagesLeftOut", ""),
            new("image", "null for a group", "image"), new("group", "its key in one line; null for an image"), new("images", "a group's", "image"), new("imageCount", "a group's"),
            new("reasons", "what decided", "reason"), new("reasonCount", ""), new("message", ""), new("ownMessage", "the policy's own message; null when `message` says just what `reasons` say"),
            new("waiver", "", "waiver"), new("firstSeen", "with a history: since when it is open"), new("ageDays", "with a history: whole days"), new("new", "the history does not have it open"),
            new("firstSeenDay", "with a history"), new("seen", "the day, and how long ago"),
            new("isNew", "as `new`, or without a history: not in the baseline"), new("tree", "how each line of the policy's `condition` came out", "judged line"), new("treeCount", "0 where that is not known"), new("fields", "what the policy read", "field"), new("fieldCount", ""),
        ]),
        new("judged line", "A judged line", [new("mark", "`✓` true, `✗` false, `?` unknown, a blank where nothing is judged"), new("line", "of the policy's `condition`")]),
        new("image", "An image",
            [new("id", ""), new("name", ""), new("cloud", ""), new("region", ""), new("project", ""), new("scope", "the three in one"), new("category", ""), new("categories", "")]),
        new("reason", "A reason", [new("field", ""), new("missing", "the image has no such field"), new("actual", "empty when missing"), new("expected", "such as `equals uefi`")]),
        new("field", "A field", [new("name", ""), new("value", "")]),
        new("waiver", "A finding's waiver", [new("reason", ""), new("owner", ""), new("ticket", ""), new("expires", "the last day")]),
        new("findings", "`findings`",
        [
            new("count", ""), new("perPage", "how many of a policy are `shown`"), new("leftOut", "are not in `data` for its size"),
            new("withoutFields", "are in `data` without their fields"), new("data", "the rest, for `<script type=\"application/json\">` alone"),
        ]),
    ];

    private static IEnumerable<ModelObject> Rest =>
    [
        new("charts", "`charts`",
        [
            new("severities", "compliance by severity", "severity bar"), new("ages", "findings by age", "bar"),
            new("ageOf", "`finding` (since first seen) or `image` (since it was created)"), new("categories", "findings by category", "bar"),
        ]),
        new("severity bar", "A bar of `charts.severities`", [new("label", ""), new("severity", ""), new("policies", ""), new("compliance", ""), new("parts", "", "part")]),
        new("bar", "A bar of `charts.ages` and `charts.categories`", [new("label", ""), new("count", ""), new("parts", "", "part")]),
        new("part", "A part of a bar", [new("kind", "a severity, or `pass`, `waived`, `error`, `fail`"), new("x", "0 to 100"), new("width", "0 to 100")]),
        new("changes", "`changes`",
        [
            new("new", "the first ten", "change"), new("newCount", ""), new("newLeftOut", ""), new("fixedCount", "null: cannot be told, since not everything was seen"), new("stillOpenCount", ""),
        ]),
        new("change", "A finding of `changes.new`", [new("fingerprint", ""), new("severity", ""), new("policy", ""), new("subject", "")]),
        new("waivers", "`waivers`", [new("expired", "", "waiver note"), new("expiredCount", ""), new("unused", "", "waiver note"), new("unusedCount", "")]),
        new("waiver note", "A waiver that did nothing",
            [new("policy", "a pattern"), new("image", "what it names: an id, a name pattern or a condition"), new("reason", ""), new("owner", ""), new("ticket", ""), new("expires", "the last day")]),
        new("baseline", "`baseline`", [new("run", "the earlier result's id"), new("fixed", "none when `run.complete` is not true", "fixed"), new("fixedCount", "")]),
        new("fixed", "A fixed violation", [new("fingerprint", ""), new("policy", ""), new("severity", ""), new("imageId", "null for a group"), new("subject", "")]),
    ];
}

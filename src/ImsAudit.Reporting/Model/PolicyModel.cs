using ImsAudit.Policies;
using ImsAudit.Reporting.Model.Charts;
using ImsAudit.Reporting.Templates;
using ImsAudit.Results;
using Scriban.Runtime;

namespace ImsAudit.Reporting.Model;

/// <summary>A policy and its findings, for templates.</summary>
internal sealed class PolicyModel(WordList words, FindingPages pages)
{
    public ScriptObject Of(PolicyGroup group)
    {
        var policy = group.Policy;
        return new ScriptObject
        {
            ["id"] = policy.Id,
            ["title"] = policy.Title,
            ["severity"] = policy.Severity.Name(),
            ["description"] = policy.Description,
            ["rationale"] = policy.Rationale,
            ["remediation"] = policy.Remediation,
            ["references"] = new ScriptArray(policy.References),
            ["tags"] = new ScriptArray(policy.Tags),
            ["controls"] = new LazyRows<KeyValuePair<string, IReadOnlyList<string>>>(policy.Controls, control => new ScriptObject
            {
                ["framework"] = control.Key,
                ["ids"] = new ScriptArray(control.Value),
            }),
            ["evaluated"] = policy.Evaluated,
            ["pass"] = policy.Pass,
            ["fail"] = policy.Fail,
            ["error"] = policy.Error,
            ["notApplicable"] = policy.NotApplicable,
            ["waived"] = policy.Waived,
            ["compliance"] = Words.Percent(policy.Evaluated == 0 ? null : (double)policy.Pass / policy.Evaluated),
            ["share"] = policy.Evaluated == 0 ? 0 : Math.Floor(policy.Pass * 1000.0 / policy.Evaluated) / 10,
            ["open"] = group.Open,
            ["findings"] = new LazyRows<Finding>(group.Findings, finding => OfFinding(finding, policy)),
            ["findingCount"] = group.Findings.Count,
            ["shown"] = new LazyRows<Finding>([.. group.Findings.Take(pages.Size)], finding => OfFinding(finding, policy)),
            ["shownCount"] = Math.Min(pages.Size, group.Findings.Count),
            ["held"] = new Deferred(() => pages.HeldOf(group)),
            ["parts"] = SeverityChart.Bars(policy),
            ["requests"] = new ScriptArray(Request.In(policy.Remediation)),
            ["condition"] = new ScriptArray(policy.Condition),
        };
    }

    private ScriptObject OfFinding(Finding finding, PolicyResult policy) => new()
    {
        ["fingerprint"] = finding.Fingerprint,
        ["severity"] = finding.Severity.Name(),
        ["outcome"] = finding.Outcome.Name(),
        ["baselined"] = finding.Baselined,
        ["subject"] = Words.Subject(finding),
        ["name"] = FindingTexts.Name(finding, words),
        ["where"] = FindingTexts.Where(finding, words),
        ["categories"] = new ScriptArray(FindingTexts.Categories(finding)),
        ["created"] = FindingTexts.Created(finding),
        ["waived"] = FindingTexts.Waiver(finding, words),
        ["imagesShown"] = new LazyRows<FindingImage>([.. (finding.Images ?? []).Take(FindingTexts.MostImages)], OfImage),
        ["imagesLeftOut"] = Math.Max(0, (finding.Images?.Count ?? 0) - FindingTexts.MostImages),
        ["image"] = finding.Image is { } image ? OfImage(image) : null,
        ["group"] = finding.Group is null ? null : Words.Group(finding),
        ["images"] = new LazyRows<FindingImage>(finding.Images ?? [], OfImage),
        ["imageCount"] = finding.Images?.Count ?? 0,
        ["reasons"] = new LazyRows<Reason>(finding.Reasons, OfReason),
        ["reasonCount"] = finding.Reasons.Count,
        ["message"] = finding.Message,
        ["ownMessage"] = Words.OwnMessage(finding),
        ["waiver"] = finding.Waiver is { } waiver ? OfWaiver(waiver) : null,
        ["firstSeen"] = finding.FirstSeen is { } time ? Words.Time(time) : null,
        ["ageDays"] = finding.AgeDays,
        ["new"] = finding.New,
        ["isNew"] = FindingTexts.IsNew(finding, pages.HasBaseline),
        ["firstSeenDay"] = FindingTexts.FirstSeen(finding),
        ["seen"] = FindingTexts.Seen(finding, words),
        ["fields"] = new LazyRows<KeyValuePair<string, JsonText>>(finding.Fields, OfField),
        ["fieldCount"] = finding.Fields.Count,
        ["treeCount"] = JudgedLine.Of(finding, policy).Count,
        ["tree"] = new LazyRows<JudgedLine>(JudgedLine.Of(finding, policy), line => new ScriptObject { ["mark"] = line.Mark, ["line"] = line.Line }),
    };

    private static ScriptObject OfImage(FindingImage image) => new()
    {
        ["id"] = image.Id,
        ["name"] = image.Name,
        ["cloud"] = image.Cloud,
        ["region"] = image.Region,
        ["project"] = image.Project,
        ["scope"] = Words.Scope(image),
        ["category"] = image.Category,
        ["categories"] = new ScriptArray(image.Categories),
    };

    private static ScriptObject OfReason(Reason reason) => new()
    {
        ["field"] = reason.Field,
        ["missing"] = reason.Actual.IsNull,
        ["actual"] = reason.Actual.IsNull ? "" : reason.Actual.Display,
        ["expected"] = reason.Expected,
    };

    private static ScriptObject OfField(KeyValuePair<string, JsonText> field) => new()
    {
        ["name"] = field.Key,
        ["value"] = field.Value.Display,
    };

    private static ScriptObject OfWaiver(AppliedWaiver waiver) => new()
    {
        ["reason"] = waiver.Reason,
        ["owner"] = waiver.Owner,
        ["ticket"] = waiver.Ticket,
        ["expires"] = Words.Day(waiver.Expires),
    };
}

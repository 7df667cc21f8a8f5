using ImsAudit.Images;
using ImsAudit.Policies;
using ImsAudit.Reporting.Model;
using ImsAudit.Results;
using ImsAudit.Weekly;
using Scriban.Runtime;

namespace ImsAudit.Reporting.Weekly;

/// <summary>The rows of the report of a period, for templates.</summary>
internal sealed class WeeklyRows(WordList words)
{
    private const int MostNotes = 10;

    public ScriptObject Of(WeeklySelection selection) => new()
    {
        ["name"] = selection.Name,
        ["state"] = selection.State.Name(),
        ["stateText"] = WeeklyTexts.StateOf(selection, words),
        ["seen"] = selection.State is WeeklyState.Complete or WeeklyState.Covered,
        ["lastRun"] = selection.LastRun,
        ["lastAsOf"] = Words.Time(selection.LastAsOf),
        ["scans"] = selection.Scans,
        ["incompleteScans"] = selection.IncompleteScans,
        ["lateScans"] = selection.LateScans,
        ["notJudged"] = new ScriptArray(selection.NotJudged),
        ["images"] = selection.Images,
        ["compliance"] = Words.Percent(selection.Compliance),
        ["notes"] = new ScriptArray(selection.Notes.Take(MostNotes).Select(WeeklyTexts.Note)),
    };

    public ScriptObject Of(WeeklyTally tally) => new()
    {
        ["key"] = WeeklyTexts.Short(tally.Key),
        ["open"] = tally.Open,
        ["new"] = tally.New,
        ["back"] = tally.Back,
        ["still"] = tally.Still,
        ["fixed"] = tally.Fixed,
        ["undecided"] = tally.Undecided,
        ["waived"] = tally.Waived,
        ["grave"] = tally.Grave,
        ["meanAge"] = WeeklyTexts.Days(tally.MeanAge, words),
        ["worstAge"] = WeeklyTexts.Days(tally.WorstAge, words),
        ["meanFix"] = WeeklyTexts.Days(tally.MeanTimeToFix, words),
        ["worstFix"] = WeeklyTexts.Days(tally.WorstTimeToFix, words),
    };

    public ScriptObject OfPolicy(WeeklyTally tally)
    {
        var row = Of(tally);
        row["title"] = tally.Findings[0].Policy.Title;
        row["severity"] = tally.Findings[0].Policy.Severity.Name();
        return row;
    }

    public ScriptObject Of(WeeklyFinding finding)
    {
        var row = Of(finding.Subject, finding.Policy);
        row["fingerprint"] = finding.Fingerprint;
        row["undecided"] = finding.Outcome == Outcome.Error;
        row["firstSeen"] = WeeklyTexts.Day(finding.FirstSeen);
        row["fixed"] = finding.FixedAt is { } gone ? WeeklyTexts.Day(gone) : null;
        row["age"] = WeeklyTexts.Days(finding.Age, words);
        return row;
    }

    public ScriptObject Of(WeeklyDue due)
    {
        var row = Of(due.Subject, due.Policy);
        row["by"] = Words.Day(due.By);
        row["expiring"] = due.Expiring is { } waiver ? words.Say("row.waivedUntil", Words.Day(waiver.Expires), WeeklyTexts.Short(waiver.Owner)!, WeeklyTexts.Note(Words.Reason(waiver.Reason, waiver.Ticket))) : null;
        return row;
    }

    public ScriptObject Of(WeeklyWaiver waiver) => new()
    {
        ["policy"] = waiver.Note.Policy,
        ["image"] = WeeklyTexts.Note(waiver.Note.Image),
        ["reason"] = WeeklyTexts.Note(Words.Reason(waiver.Note.Reason, waiver.Note.Ticket)),
        ["owner"] = WeeklyTexts.Short(waiver.Note.Owner),
        ["expires"] = Words.Day(waiver.Note.Expires),
        ["expired"] = waiver.DaysLeft < 0,
        ["left"] = WeeklyTexts.Left(waiver, words),
        ["covers"] = waiver.Covers,
    };

    public ScriptObject Of(WeeklyShares shares, int most)
    {
        var rows = Shown.First(shares.Ledger, most, Of);
        rows["pending"] = shares.Standing[ImageCategory.SharedPending];
        rows["accepted"] = shares.Standing[ImageCategory.SharedAccepted];
        rows["rejected"] = shares.Standing[ImageCategory.SharedRejected];
        return rows;
    }

    public ScriptObject Of(WeeklyDrift drift)
    {
        var row = Of(drift.Subject, policy: null);
        row["golden"] = drift.IsGolden;
        row["at"] = WeeklyTexts.Day(drift.At);
        row["fields"] = new LazyRows<WeeklyField>(drift.Fields, field => new ScriptObject
        {
            ["field"] = field.Name,
            ["before"] = WeeklyTexts.Value(field.Before, words),
            ["after"] = WeeklyTexts.Value(field.After, words),
        });
        return row;
    }

    public ScriptObject Of(WeeklyImage image)
    {
        var row = Of(image.Subject, policy: null);
        row["from"] = WeeklyTexts.Short(image.From);
        row["at"] = WeeklyTexts.Day(image.At);
        return row;
    }

    private ScriptObject Of(WeeklyShare share)
    {
        var row = Of(share.Subject, policy: null);
        row["from"] = WeeklyTexts.Short(share.From);
        row["status"] = share.Status;
        row["statusText"] = WeeklyTexts.Status(share.Status, words);
        row["since"] = WeeklyTexts.Day(share.Since);
        row["before"] = share.Before is { } before ? words.Say("weekly.share.before", WeeklyTexts.Status(before.Status, words), WeeklyTexts.Day(before.Since)) : null;
        return row;
    }

    private ScriptObject Of(WeeklySubject subject, WeeklyPolicy? policy) => new()
    {
        ["id"] = WeeklyTexts.Short(subject.Id),
        ["name"] = WeeklyTexts.Name(subject, words),
        ["where"] = WeeklyTexts.Where(subject),
        ["categories"] = new ScriptArray(subject.Categories),
        ["owner"] = WeeklyTexts.Short(subject.Owner),
        ["policy"] = policy?.Id,
        ["title"] = policy?.Title,
        ["severity"] = policy?.Severity.Name(),
    };
}

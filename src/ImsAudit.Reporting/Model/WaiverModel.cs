using ImsAudit.Results;
using Scriban.Runtime;

namespace ImsAudit.Reporting.Model;

/// <summary>Waivers that did nothing, for templates.</summary>
internal static class WaiverModel
{
    public static ScriptObject Of(WaiverReport waivers) => new()
    {
        ["expired"] = new LazyRows<WaiverNote>(waivers.Expired, OfNote),
        ["expiredCount"] = waivers.Expired.Count,
        ["unused"] = new LazyRows<WaiverNote>(waivers.Unused, OfNote),
        ["unusedCount"] = waivers.Unused.Count,
    };

    private static ScriptObject OfNote(WaiverNote note) => new()
    {
        ["policy"] = note.Policy,
        ["image"] = note.Image,
        ["reason"] = note.Reason,
        ["owner"] = note.Owner,
        ["ticket"] = note.Ticket,
        ["expires"] = Words.Day(note.Expires),
    };
}

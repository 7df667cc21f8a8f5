using ImsAudit.Reporting.Model;
using Scriban.Runtime;

namespace ImsAudit.Reporting.Weekly;

/// <summary>The first of some rows, how many there are, and how many are left out.</summary>
internal static class Shown
{
    public static ScriptObject First<T>(IReadOnlyCollection<T> items, int most, Func<T, ScriptObject> row) => new()
    {
        ["rows"] = new LazyRows<T>([.. items.Take(most)], row),
        ["count"] = items.Count,
        ["leftOut"] = Math.Max(0, items.Count - most),
    };
}

using Scriban.Runtime;

namespace ImsAudit.Reporting.Model.Charts;

/// <summary>A bar of several parts, each with its kind and its share of the whole width, for an SVG of width 100.</summary>
internal static class Bar
{
    /// <param name="whole">The count that fills the width; nothing is drawn when it is 0.</param>
    public static ScriptArray Of(double whole, IEnumerable<(string Kind, long Count)> parts)
    {
        var bar = new ScriptArray();
        var from = 0.0;
        foreach (var (kind, count) in parts.Where(part => part.Count > 0 && whole > 0))
        {
            var width = count * 100.0 / whole;
            bar.Add(new ScriptObject { ["kind"] = kind, ["x"] = Math.Round(from, 2), ["width"] = Math.Round(width, 2) });
            from += width;
        }
        return bar;
    }
}

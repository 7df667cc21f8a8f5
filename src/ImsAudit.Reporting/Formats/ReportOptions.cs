using ImsAudit.Reporting.Templates;

namespace ImsAudit.Reporting.Formats;

/// <summary>What shapes a report beside its format. Formats take what concerns them.</summary>
public sealed record ReportOptions
{
    private const int FindingsOnATerminal = 20;
    private const int Unbounded = 100_000;

    /// <summary>For a file: everything, in lines as long as they come, without colour.</summary>
    public static ReportOptions File { get; } = new();

    /// <summary>For a terminal: wrapped to its width, and of each policy the first findings only.</summary>
    /// <param name="width">In columns.</param>
    public static ReportOptions Terminal(int width, bool colour) =>
        new() { Width = Math.Max(40, width), Colour = colour, FindingsPerPolicy = FindingsOnATerminal };

    /// <summary>The user's own template; null for the shipped one.</summary>
    public ReportTemplate? Template { get; init; }

    /// <summary>In columns.</summary>
    public int Width { get; init; } = Unbounded;

    public bool Colour { get; init; }

    /// <summary><c>text</c>, <c>html</c> and <c>markdown</c> list waived findings; else they only count them.</summary>
    public bool ShowWaived { get; init; }

    /// <summary><c>csv</c> begins with a byte order mark, by which Excel knows UTF-8.</summary>
    public bool CsvBom { get; init; }

    /// <summary>How many findings of a policy <c>text</c> shows; null for all.</summary>
    public int? FindingsPerPolicy { get; init; }

    /// <summary><c>text</c> tells of every listing how it went; else only of those where something was noticed.</summary>
    public bool Verbose { get; init; }
}

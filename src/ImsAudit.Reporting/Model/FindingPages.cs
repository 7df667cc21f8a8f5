using ImsAudit.Reporting.Templates;

namespace ImsAudit.Reporting.Model;

/// <summary>
/// How a page shows more findings than a browser takes as elements: of each policy the first ones are written out, and
/// stand there without a script; the rest is data, from which the page's script makes the rows that are asked for.
/// </summary>
internal sealed class FindingPages
{
    private const int MostWrittenOut = 3000;
    private const int MostPerPolicy = 100;
    private const int LeastPerPolicy = 5;
    private readonly Lazy<RestOfFindings> _rest;

    /// <param name="groups">In the order in which they are shown.</param>
    /// <param name="baseline">There is one.</param>
    public FindingPages(IReadOnlyList<PolicyGroup> groups, WordList words, bool baseline)
    {
        HasBaseline = baseline;
        var shown = groups.Count(group => group.Findings.Count > 0);
        Size = Math.Clamp(MostWrittenOut / Math.Max(1, shown), LeastPerPolicy, MostPerPolicy);
        _rest = new Lazy<RestOfFindings>(() => RestOf(groups, words));
    }

    /// <summary>How many findings of a policy are written out, and how many a page of the script has.</summary>
    public int Size { get; }

    public bool HasBaseline { get; }

    /// <summary>Findings that neither stand there nor are data, because the file would be too large.</summary>
    public long LeftOut => _rest.Value.LeftOut;

    /// <summary>Findings among the data whose fields are left out for the same reason.</summary>
    public long WithoutFields => _rest.Value.WithoutFields;

    public JsonBlock Data => _rest.Value.Block;

    /// <summary>How many findings of a policy are in the file, written out or as data.</summary>
    public int HeldOf(PolicyGroup group) => Math.Min(Size, group.Findings.Count) + _rest.Value.Counts.GetValueOrDefault(group.Policy.Id);

    private RestOfFindings RestOf(IReadOnlyList<PolicyGroup> groups, WordList words)
    {
        using var writer = new RestOfFindingsWriter(words, HasBaseline);
        return writer.Write(groups, Size, words);
    }
}

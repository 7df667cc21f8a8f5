using System.Text.RegularExpressions;

namespace ImsAudit.Tests;

/// <summary>The folders of the core use each other in one direction.</summary>
public partial class FoldersTests
{
    [Fact]
    public void No_folder_of_the_core_reaches_itself_through_others()
    {
        var uses = UsesByFolder();

        uses.Count.ShouldBeGreaterThan(10);
        uses.Keys.Where(folder => Reach(folder, uses).Contains(folder)).ShouldBeEmpty();
    }

    private static HashSet<string> Reach(string from, Dictionary<string, HashSet<string>> uses)
    {
        var (reached, open) = (new HashSet<string>(StringComparer.Ordinal), new Stack<string>([from]));
        while (open.TryPop(out var folder))
            foreach (var next in uses.GetValueOrDefault(folder) ?? [])
                if (reached.Add(next))
                    open.Push(next);
        return reached;
    }

    private static Dictionary<string, HashSet<string>> UsesByFolder()
    {
        var core = Path.Combine(Repository.Root, "src", "ImsAudit");
        var uses = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories))
        {
            var folder = Path.GetRelativePath(core, file).Split(Path.DirectorySeparatorChar)[0];
            if (folder is "bin" or "obj") continue;
            if (!uses.TryGetValue(folder, out var used)) uses[folder] = used = new HashSet<string>(StringComparer.Ordinal);
            used.UnionWith(Using().Matches(File.ReadAllText(file)).Select(match => match.Groups["folder"].Value).Where(other => other != folder));
        }
        return uses;
    }

    [GeneratedRegex(@"\bImsAudit\.(?<folder>[A-Z][A-Za-z]+)[.;]", RegexOptions.ExplicitCapture)]
    private static partial Regex Using();
}

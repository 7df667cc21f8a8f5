using ImsAudit.Json;
using ImsAudit.Wording;

namespace ImsAudit.Policies;

/// <summary>Holds a pack against the policies that are loaded: what it names must be there.</summary>
internal static class PackCheck
{
    public static Mistakes Of(Pack pack, IReadOnlyCollection<string> ids)
    {
        var mistakes = new Mistakes();
        foreach (var entry in pack.Include.Concat(pack.Exclude).Where(entry => !ids.Any(entry.Matches)))
            mistakes.Add(entry.Node, $"\"{entry.Pattern}\" matches no policy that is loaded{NearestName.Suggest(entry.Pattern, ids)}");
        foreach (var (id, changed) in pack.Overrides.Where(one => !ids.Contains(one.Key)))
            mistakes.Add(changed.Node, $"there is no policy \"{id}\"{NearestName.Suggest(id, ids)}");
        return mistakes;
    }
}

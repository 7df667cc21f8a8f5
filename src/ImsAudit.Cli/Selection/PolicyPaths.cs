using ImsAudit.Policies;

namespace ImsAudit.Cli.Selection;

/// <summary>Loads policies from paths given as arguments.</summary>
internal static class PolicyPaths
{
    /// <exception cref="UserMistakeException">There is a mistake in a file; it names all of them.</exception>
    public static async Task<(PolicySet Set, IReadOnlyList<PolicyLayer> Layers)> LoadAsync(Invocation invocation, IReadOnlyList<string> paths)
    {
        var errors = new List<PolicyError>();
        var layers = PolicyFiles.Read(invocation.Surroundings, paths, errors);
        var (set, wrong) = await PolicyLoader.LoadAsync(layers, []);
        errors.AddRange(wrong);
        if (set is null || errors.Count > 0) throw new UserMistakeException([.. errors.Select(error => error.ToString())]);
        return (set, layers);
    }
}

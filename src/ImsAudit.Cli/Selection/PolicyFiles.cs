using ImsAudit.Cli.Configuration;
using ImsAudit.Policies;

namespace ImsAudit.Cli.Selection;

/// <summary>Loads policies from where the options or arguments say.</summary>
internal static class PolicyFiles
{
    /// <summary>The layers of paths, <c>builtin:</c> among them; what cannot be read is noted.</summary>
    public static IReadOnlyList<PolicyLayer> Read(Surroundings surroundings, IEnumerable<string> paths, List<PolicyError> errors)
    {
        var layers = new List<PolicyLayer>();
        foreach (var path in paths)
        {
            if (path == BuiltInPolicies.Name)
            {
                layers.Add(BuiltInPolicies.Layer);
                continue;
            }
            var (layer, unreadable) = PolicyFolder.Read(surroundings.PathOf(path));
            layers.Add(layer);
            errors.AddRange(unreadable);
        }
        return layers;
    }

    /// <summary>All that <c>--policies</c> names, or of them the pack's; null, and noted, when there was any mistake.</summary>
    /// <param name="defaultPack">The pack that is taken when none of <c>--policies</c>, <c>--pack</c> and <c>--policy</c> is given.</param>
    public static async Task<PolicySet?> LoadAsync(Invocation invocation, string? defaultPack = null)
    {
        var (settings, options) = (invocation.Settings, invocation.Settings.Options.Policy);
        var paths = settings.Texts(options.Policies) is { Count: > 0 } given ? given : [BuiltInPolicies.Name];
        var errors = new List<PolicyError>();
        var layers = Read(invocation.Surroundings, paths, errors);
        settings.Mistakes(errors.Select(error => error.ToString()));
        var set = await LoadAsync(settings, layers, defaultPack);
        return errors.Count == 0 ? set : null;
    }

    /// <summary>All of the layers, or of them the pack's; null, and noted, when there was any mistake.</summary>
    public static async Task<PolicySet?> LoadAsync(Settings settings, IReadOnlyList<PolicyLayer> layers, string? defaultPack)
    {
        var (set, wrong) = await PolicyLoader.LoadAsync(layers, Parameters(settings), PackOf(settings, defaultPack));
        settings.Mistakes(wrong.Select(error => error.ToString()));
        return set;
    }

    /// <summary>
    /// No policies, but the lists and tables of what <c>--policies</c> names, so that the conditions of another file can be
    /// read although a policy is broken; null when these are broken too, which <see cref="LoadAsync(Invocation, string?)"/> notes.
    /// </summary>
    public static async Task<PolicySet?> LoadReferencesAsync(Invocation invocation)
    {
        var layers = Read(invocation.Surroundings, invocation.Settings.Texts(invocation.Settings.Options.Policy.Policies), []);
        var (set, _) = await PolicyLoader.LoadAsync([.. layers.Select(layer => layer with { Files = [.. layer.Files.Where(file => file.Kind is PolicyFileKind.List or PolicyFileKind.Table)] })], []);
        return set;
    }

    private static string? PackOf(Settings settings, string? defaultPack)
    {
        var options = settings.Options.Policy;
        if (settings.Text(options.Pack) is { } pack) return pack;
        return settings.IsGiven(options.Policies) || settings.IsGiven(options.Policy) ? null : defaultPack;
    }

    private static List<ParameterSetting> Parameters(Settings settings)
    {
        var parameters = new List<ParameterSetting>();
        foreach (var text in settings.Texts(settings.Options.Policy.Param))
        {
            if (ParameterSetting.Parse(text) is { } parameter) parameters.Add(parameter);
            else settings.Wrong(settings.Options.Policy.Param, text, "POLICY.NAME=VALUE, such as not-stale.maxAge=90d");
        }
        return parameters;
    }
}

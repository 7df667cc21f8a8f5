namespace ImsAudit.Collection.Clouds;

/// <summary>Where <c>clouds.yaml</c> and <c>secure.yaml</c> may lie, as OpenStack's clients look for them.</summary>
/// <param name="Variable">An environment variable; null when it is not set.</param>
/// <param name="PathOf">A path as it was given, from the working folder.</param>
public sealed record CloudsYamlSearch(Func<string, string?> Variable, Func<string, string> PathOf)
{
    private static readonly string[] s_endings = [".yaml", ".yml", ".json"];

    /// <summary>Every place in their order.</summary>
    /// <param name="name"><c>clouds</c> or <c>secure</c>.</param>
    public IEnumerable<string> Places(string name) => from folder in Folders() from ending in s_endings select Path.Combine(folder, name + ending);

    /// <summary>A path that may begin with <c>~</c>.</summary>
    public string Expand(string path) =>
        path.StartsWith("~/", StringComparison.Ordinal) && Variable("HOME") is { } home ? Path.Combine(home, path[2..]) : PathOf(path);

    /// <summary>What a variable names is the file or a mistake; otherwise the first that is there.</summary>
    internal string? Find(string name, string variable, ICollection<string> mistakes)
    {
        if (Variable(variable) is not { } named) return Places(name).FirstOrDefault(File.Exists);
        var path = Expand(named);
        if (File.Exists(path)) return path;
        mistakes.Add($"{variable} names the file {path}, which is not there. Correct the variable, or unset it.");
        return null;
    }

    private IEnumerable<string> Folders()
    {
        // Combined with a name, an empty folder is the working folder, and a message then names the file as short as it can.
        yield return Path.GetDirectoryName(PathOf("clouds.yaml")) ?? "";
        if (Variable("XDG_CONFIG_HOME") is { } configuration) yield return Path.Combine(configuration, "openstack");
        else if (Variable("HOME") is { } home) yield return Path.Combine(home, ".config", "openstack");
        yield return "/etc/openstack";
    }
}

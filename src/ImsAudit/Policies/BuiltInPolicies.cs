namespace ImsAudit.Policies;

/// <summary>The policies, lists and tables that ship inside of the program; <c>builtin:</c> names them.</summary>
public static class BuiltInPolicies
{
    public const string Name = "builtin:";

    private static readonly Lazy<PolicyLayer> Embedded = new(Read);

    public static PolicyLayer Layer => Embedded.Value;

    /// <summary>The lists and tables alone: they are there whatever policies are loaded.</summary>
    public static PolicyLayer References =>
        new(Name, [.. Layer.Files.Where(file => file.Kind is PolicyFileKind.List or PolicyFileKind.Table)]);

    private static PolicyLayer Read()
    {
        var assembly = typeof(BuiltInPolicies).Assembly;
        var files = new List<PolicyFile>();
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (!name.StartsWith(Name, StringComparison.Ordinal) || PolicyFile.KindOf(name) is not { } kind) continue;
            using var stream = assembly.GetManifestResourceStream(name)!;
            var utf8 = new byte[stream.Length];
            stream.ReadExactly(utf8);
            files.Add(new PolicyFile(name, kind, utf8));
        }
        return new PolicyLayer(Name, files);
    }
}

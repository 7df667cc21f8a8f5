using System.Security.Cryptography;
using ImsAudit.Conditions;
using ImsAudit.Json;
using ImsAudit.Policies;

namespace ImsAudit.Waivers;

/// <summary>The waivers of one file.</summary>
/// <param name="Sha256">Of the file's bytes, lower-case hex.</param>
public sealed record WaiverFile(string File, IReadOnlyList<Waiver> Waivers, string Sha256)
{
    /// <summary>The file as it was read.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; init; }

    /// <summary>Reads a waiver file. Its conditions are compiled against the fields of the policies, so it is read before they are evaluated.</summary>
    /// <returns>The waivers, null when there are errors.</returns>
    public static (WaiverFile? Waivers, IReadOnlyList<PolicyError> Errors) Read(string file, ReadOnlyMemory<byte> utf8, PolicySet policies)
    {
        var mistakes = new Mistakes();
        var (root, found) = JsonFileParser.Parse(utf8);
        foreach (var mistake in found) mistakes.Add(mistake);
        var waivers = root is null ? [] : new WaiverParser(new CompilationScope(policies.Fields, policies.References, mistakes)).Parse(root);
        return mistakes.All.Count == 0
            ? (new WaiverFile(file, waivers, Convert.ToHexStringLower(SHA256.HashData(utf8.Span))) { Utf8 = utf8 }, [])
            : (null, [.. mistakes.All.Select(mistake => PolicyError.Of(file, mistake))]);
    }
}

using System.Text.Json;
using ImsAudit.Evidence;
using ImsAudit.Json;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Cli.Proving;

/// <summary>
/// The files that policies were loaded from, lists, tables and packs among them: each in <c>policies/</c>, and in
/// <c>policies.json</c> what they were named and in which order they came.
/// </summary>
internal static class KeptPolicies
{
    /// <summary>Every file to write, by its path.</summary>
    /// <param name="layers">As they were loaded.</param>
    /// <param name="workingFolder">An absolute path: files are told relative to it.</param>
    public static IEnumerable<(string Path, ReadOnlyMemory<byte> Bytes)> Files(IReadOnlyList<PolicyLayer> layers, string? workingFolder)
    {
        var kept = new List<(string Path, PolicyFile File)>();
        var all = layers.Any(layer => layer.Name == BuiltInPolicies.Name) ? layers : [BuiltInPolicies.References, .. layers];
        using var index = new MemoryStream();
        using (var writer = new Utf8JsonWriter(index, SafeJson.Indented))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("layers");
            foreach (var layer in all) Write(writer, layer, kept, workingFolder);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        index.WriteByte((byte)'\n');
        return [(EvidenceNames.Policies, index.ToArray()), .. kept.Select(one => (one.Path, one.File.Utf8))];
    }

    /// <exception cref="JsonException">The index is no JSON.</exception>
    /// <exception cref="JsonRowException">The index is none.</exception>
    public static IReadOnlyList<PolicyLayer> Read(string folder)
    {
        using var index = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, EvidenceNames.Policies)));
        return new JsonRow(index.RootElement).Rows("layers", layer => new PolicyLayer(layer.Text("name"), layer.Rows("files", file => ReadFile(folder, file))));
    }

    private static void Write(Utf8JsonWriter writer, PolicyLayer layer, List<(string Path, PolicyFile File)> kept, string? workingFolder)
    {
        writer.WriteStartObject();
        writer.WriteString("name", NameOf(layer.Name, workingFolder));
        writer.WriteStartArray("files");
        foreach (var file in layer.Files.Where(file => file.Kind != PolicyFileKind.Tests))
        {
            var path = $"{EvidenceNames.PolicyFolder}/{kept.Count + 1:d3}-{Plain(file.Name)}";
            kept.Add((path, file));
            writer.WriteStartObject();
            writer.WriteString("name", NameOf(file.Name, workingFolder));
            writer.WriteString("kept", path);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    // Built-in files keep the mark by which they are known; others are named as the result names them.
    private static string NameOf(string name, string? workingFolder) =>
        name.StartsWith(BuiltInPolicies.Name, StringComparison.Ordinal) ? name : PolicySource.NameOf(name, workingFolder);

    /// <summary>The end of a path with nothing in it but what <see cref="EvidenceNames.IsInside"/> lets pass.</summary>
    private static string Plain(string name) =>
        string.Concat(name[(name.LastIndexOfAny(['/', '\\', ':']) + 1)..].Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_'));

    private static PolicyFile ReadFile(string folder, JsonRow row)
    {
        var (name, kept) = (row.Text("name"), row.Text("kept"));
        if (!EvidenceNames.IsInside(kept)) throw row.At("kept", $"is '{kept}', which lies outside the folder");
        return new PolicyFile(name, PolicyFile.KindOf(kept) ?? throw row.At("kept", $"is '{kept}', which is no file of policies"), File.ReadAllBytes(Path.Combine(folder, kept)));
    }
}

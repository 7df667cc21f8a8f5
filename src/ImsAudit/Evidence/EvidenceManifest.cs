using System.Text.Json;
using ImsAudit.Inventories;
using ImsAudit.Json;
using ImsAudit.Results;

namespace ImsAudit.Evidence;

/// <summary>What an evidence folder holds: <c>manifest.json</c>, which lists every other file with its length and hash.</summary>
/// <param name="Tool">What made it.</param>
/// <param name="Files">Ordered by path.</param>
public sealed record EvidenceManifest(ToolInfo Tool, IReadOnlyList<EvidenceFile> Files)
{
    private const string Format = "evidence/1";
    private const int Sha256Length = 64;

    /// <summary>The manifest of a result's evidence, indented, with a final line end.</summary>
    /// <param name="files">All but the manifest.</param>
    public static byte[] Write(AuditResult result, IEnumerable<EvidenceFile> files)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, SafeJson.Indented))
        {
            writer.WriteStartObject();
            writer.WriteString("imsaudit", Format);
            writer.WriteStartObject("tool");
            writer.WriteString("name", result.Tool.Name);
            writer.WriteString("version", result.Tool.Version);
            writer.WriteEndObject();
            WriteRun(writer, result);
            WriteFiles(writer, files);
            writer.WriteEndObject();
        }
        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    /// <exception cref="EvidenceException">It is no manifest, or names a path that could lead out of the folder.</exception>
    public static EvidenceManifest Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(new JsonRow(document.RootElement));
        }
        catch (JsonRowException wrong)
        {
            throw NoManifest($"{(wrong.Pointer.Length == 0 ? "" : $"{wrong.Pointer}: ")}{wrong.What}");
        }
        catch (JsonException wrong)
        {
            throw NoManifest($"this is not valid JSON from line {wrong.LineNumber + 1} on");
        }
    }

    private static EvidenceException NoManifest(string why) => new($"{EvidenceNames.Manifest} is no manifest of evidence: {why}.");

    private static void WriteRun(Utf8JsonWriter writer, AuditResult result)
    {
        writer.WriteStartObject("run");
        writer.WriteString("id", result.Run.Id);
        writer.WriteString("asOf", SafeJson.Time(result.Run.AsOf));
        writer.WriteString("startedAt", SafeJson.Time(result.Run.StartedAt));
        writer.WriteString("finishedAt", SafeJson.Time(result.Run.FinishedAt));
        if (result.Run.Completeness == Completeness.NotKnown) writer.WriteNull("complete");
        else writer.WriteBoolean("complete", result.Run.Completeness == Completeness.Complete);
        writer.WriteNumber("exitCode", result.Summary.Gate.ExitCode);
        writer.WriteEndObject();
    }

    private static void WriteFiles(Utf8JsonWriter writer, IEnumerable<EvidenceFile> files)
    {
        writer.WriteStartArray("files");
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            writer.WriteStartObject();
            writer.WriteString("path", file.Path);
            writer.WriteNumber("bytes", file.Bytes);
            writer.WriteString("sha256", file.Sha256);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static EvidenceManifest Read(JsonRow row)
    {
        if (row.Text("imsaudit") is var format && format != Format) throw row.At("imsaudit", $"is '{format}', but this version reads {Format} only");
        var tool = row.Row("tool");
        var files = row.Rows("files", ReadFile);
        if (files.CountBy(file => file.Path, StringComparer.OrdinalIgnoreCase).FirstOrDefault(path => path.Value > 1).Key is { } twice) throw row.At("files", $"names {twice} twice");
        return new EvidenceManifest(new ToolInfo(tool.Text("name"), tool.Text("version")), files);
    }

    private static EvidenceFile ReadFile(JsonRow row)
    {
        var file = new EvidenceFile(row.Text("path"), row.Count("bytes"), row.Text("sha256"));
        if (!EvidenceNames.IsInside(file.Path) || file.Path == EvidenceNames.Manifest) throw row.At("path", $"is '{file.Path}', which names no file of the folder that a manifest may list");
        if (file.Sha256.Length != Sha256Length || !file.Sha256.All(char.IsAsciiHexDigitLower)) throw row.At("sha256", "is no SHA-256 in lower-case hexadecimal digits");
        return file;
    }
}

using ImsAudit.Cli.Tests.Doubles;
using ImsAudit.Cli.Tests.Process;
using ImsAudit.Evidence;
using ImsAudit.Results;

namespace ImsAudit.Cli.Tests.Proving;

/// <summary>A scan of a few images by policies of its own, and its evidence in the folder <c>ev</c>. It is 2026-03-01.</summary>
internal sealed class KeptScan : IDisposable
{
    public App App { get; } = new();

    public KeptScan()
    {
        Directory.CreateDirectory(App.Folder["policies"]);
        App.Folder.Write("policies/own.policy.json", Texts.Policy("""
            "parameters": { "good": { "type": "string", "default": "nothing" } }, "require": { "field": "x", "equals": { "param": "good" } }
            """));
        App.Folder.Write("policies/other.policy.json", Texts.Policy(""" "require": { "field": "name", "in": { "list": "names" } } """, id: "other", severity: "low"));
        App.Folder.Write("policies/names.list.json", """{ "id": "names", "values": ["webserver"] }""");
        App.Folder.Write("policies/mine.pack.json", """{ "id": "mine", "title": "Mine", "include": ["own", "other"], "overrides": { "other": { "severity": "medium" } } }""");
        App.Folder.Write("s.ndjson", SnapshotText.Of("""{"id":"i1","name":"webserver","x":"bad"}""", """{"id":"i2","name":"db <b>","x":"good"}""", """{"id":"i3","name":"old","x":"bad"}"""));
        App.Folder.Write("w.json", """{ "waivers": [{ "policy": "own", "image": "i3", "reason": "Gone in April", "owner": "team-web", "expires": "2026-03-31" }] }""");
    }

    public string Folder => App.Folder["ev"];

    public void Dispose() => App.Dispose();

    /// <summary>Scans, and keeps the evidence.</summary>
    public async Task<ImsAuditRun> ScanAsync(int exitCode, params string[] more) => (await App.RunAsync(
        ["scan", "--from", "s.ndjson", "--policies", "policies", "--pack", "mine", "--param", "own.good=good", "--evidence", "ev", "--output", "text=-", .. more])).ShouldExit(exitCode);

    public async Task<ImsAuditRun> VerifyAsync(int exitCode) => (await App.RunAsync("verify", "ev")).ShouldExit(exitCode);

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>Changes a file of the evidence, and nothing else.</summary>
    public void Change(string file, string from, string to)
    {
        Read(file).ShouldContain(from);
        File.WriteAllText(Path.Combine(Folder, file), Read(file).Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>Makes the manifest fit the files again, as somebody would who wants to hide what he changed.</summary>
    public async Task ForgeManifestAsync()
    {
        var files = new List<EvidenceFile>();
        foreach (var path in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file)).Where(path => path != EvidenceNames.Manifest))
            files.Add(await EvidenceFile.OfAsync(Folder, path, CancellationToken.None));
        var result = ResultJson.Read(await File.ReadAllBytesAsync(Path.Combine(Folder, EvidenceNames.Result)), EvidenceNames.Result);
        await File.WriteAllBytesAsync(Path.Combine(Folder, EvidenceNames.Manifest), EvidenceManifest.Write(result, files));
    }
}

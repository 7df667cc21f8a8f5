using ImsAudit.Evaluation;
using ImsAudit.Evidence;
using ImsAudit.Files;
using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Reporting.Formats;
using ImsAudit.Results;
using ImsAudit.Snapshots;

namespace ImsAudit.Cli.Proving;

/// <summary>
/// The folder that <c>--evidence</c> names. It is written beside its place and takes its name when it is whole: there is
/// never half of one.
/// </summary>
internal sealed class EvidenceOutput : IDisposable
{
    /// <summary>The shipped page with all that there is to see, whatever the other outputs show.</summary>
    public static ReportOptions Page { get; } = ReportOptions.File with { ShowWaived = true };

    private readonly Invocation _invocation;
    private readonly string _name;
    private readonly string _path;
    private string? _temporary;

    private EvidenceOutput(Invocation invocation, string name, string path) => (_invocation, _name, _path) = (invocation, name, path);

    /// <summary>Null when none is asked for, or, and noted, when it cannot be.</summary>
    public static EvidenceOutput? Read(Invocation invocation)
    {
        var (settings, options) = (invocation.Settings, invocation.Settings.Options.Output);
        if (settings.Text(options.Evidence) is not { } name) return null;
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(invocation.Surroundings.PathOf(name)));
        if (settings.Flag(options.Unsorted)) settings.Mistake("--evidence keeps the whole result, and --unsorted makes none. Leave one of them out.");
        if (File.Exists(path)) settings.Mistake($"--evidence {name}: it is a file. Name a folder that is not there, or an empty one.");
        else if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()) settings.Mistake($"--evidence {name}: the folder is not empty, and evidence is never mixed or written over. Name another folder.");
        foreach (var inside in settings.Texts(options.Output).Select(output => output[(output.IndexOf('=', StringComparison.Ordinal) + 1)..]).Append(settings.Text(options.SaveSnapshot)).OfType<string>().Where(file => file.Length > 0 && IsBelow(invocation.Surroundings.PathOf(file), path)))
            settings.Mistake($"{inside} lies in the folder of --evidence, which holds nothing but the evidence. Write it elsewhere.");
        return new EvidenceOutput(invocation, name, path);
    }

    /// <summary>Makes the folder beside its place, so that one that cannot be made is known before anything is collected.</summary>
    /// <exception cref="UserMistakeException">It cannot be made.</exception>
    public void Open() => Sentences(() =>
    {
        var temporary = Path.Combine(Path.GetDirectoryName(_path)!, $".{Path.GetFileName(_path)}.{Path.GetRandomFileName()}.tmp");
        if (!Directory.Exists(Path.GetDirectoryName(_path))) throw new DirectoryNotFoundException();
        Directory.CreateDirectory(Path.Combine(temporary, EvidenceNames.PolicyFolder));
        _temporary = temporary;
    });

    /// <summary>Keeps the images. What is judged from here on is what was kept.</summary>
    /// <param name="inventory">It is disposed.</param>
    public async Task<IInventory> KeepAsync(IInventory inventory)
    {
        using var owned = inventory as IDisposable;
        var path = Path.Combine(_temporary!, EvidenceNames.Snapshot);
        try
        {
            await SnapshotFile.WriteAsync(path, new SnapshotHeader(_invocation.Surroundings.Clock.GetUtcNow(), Product.NameAndVersion), inventory, _invocation.Cancellation);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw CannotBeWritten(wrong);
        }
        return new KeptInventory(await OpenAsync(_invocation, path, KeptOptions.Given(_invocation.Settings)), inventory.Notes);
    }

    /// <summary>Opens a snapshot that was kept.</summary>
    public static async Task<FileInventory> OpenAsync(Invocation invocation, string path, Images.ImageScope given) =>
        await InventoryFiles.OpenAsync([path], new FromOptions(given, Stream.Null, invocation.Surroundings.TempFolder), invocation.Cancellation);

    /// <summary>Writes all else, once or again; <see cref="Commit"/> gives the folder its name.</summary>
    /// <exception cref="UserMistakeException">It cannot be written.</exception>
    public async Task WriteAsync(AuditResult result, PolicySet policies, AuditOptions options)
    {
        try
        {
            File.Delete(Path.Combine(_temporary!, EvidenceNames.Manifest));
            foreach (var (path, bytes) in KeptPolicies.Files(policies.Layers, options.WorkingFolder)) await WriteAsync(path, stream => stream.Write(bytes.Span));
            await WriteAsync(EvidenceNames.Options, stream => stream.Write(KeptOptions.Write(_invocation.Settings)));
            if (options.Waivers is { } waivers) await WriteAsync(EvidenceNames.Waivers, stream => stream.Write(waivers.Utf8.Span));
            if (options.Baseline is { } baseline) await WriteAsync(EvidenceNames.Baseline, stream => stream.Write(baseline.Utf8.Span));
            await WriteAsync(EvidenceNames.Result, stream => ResultJson.Write(result, stream));
            await WriteAsync(EvidenceNames.Report, stream => ReportFormats.Find("html")!.Write(result, stream, Page, _invocation.Cancellation));
            var manifest = EvidenceManifest.Write(result, await FilesAsync());
            await WriteAsync(EvidenceNames.Manifest, stream => stream.Write(manifest));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw CannotBeWritten(wrong);
        }
    }

    /// <summary>Gives the folder its name, and says so.</summary>
    /// <exception cref="UserMistakeException">It cannot be.</exception>
    public void Commit()
    {
        Sentences(() =>
        {
            // Fails unless it is still empty.
            if (Directory.Exists(_path)) Directory.Delete(_path);
            Directory.Move(_temporary!, _path);
            _temporary = null;
        });
        _invocation.Log.Info($"Evidence was kept in {_name}. \"imsaudit verify {_name}\" proves it; keep the SHA-256 of its {EvidenceNames.Manifest} elsewhere: {ProofSentences.HashOf(_path)}.");
    }

    public void Dispose()
    {
        if (_temporary is not null) Directory.Delete(_temporary, recursive: true);
    }

    private static bool IsBelow(string file, string folder) => (Path.GetFullPath(file) + Path.DirectorySeparatorChar).StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private async Task WriteAsync(string path, Action<Stream> write)
    {
        await using var file = new FileStream(Path.Combine(_temporary!, path), FileMode.Create, FileAccess.Write, FileShare.None);
        write(file);
        file.Flush(flushToDisk: true);
    }

    private async Task<IReadOnlyList<EvidenceFile>> FilesAsync()
    {
        var files = new List<EvidenceFile>();
        foreach (var file in Directory.EnumerateFiles(_temporary!, "*", SearchOption.AllDirectories))
            files.Add(await EvidenceFile.OfAsync(_temporary!, Path.GetRelativePath(_temporary!, file).Replace('\\', '/'), _invocation.Cancellation));
        return files;
    }

    private void Sentences(Action write)
    {
        try
        {
            write();
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw CannotBeWritten(wrong);
        }
    }

    private UserMistakeException CannotBeWritten(Exception wrong) => new($"--evidence {_name}: the folder cannot be written: {FileTrouble.Of(wrong)}. No evidence was kept.");
}

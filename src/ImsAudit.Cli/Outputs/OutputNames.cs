using ImsAudit.Cli.Configuration;

namespace ImsAudit.Cli.Outputs;

/// <summary>Each output needs a file of its own, and none may take the place of what is read.</summary>
internal sealed class OutputNames(Invocation invocation)
{
    private readonly Settings _settings = invocation.Settings;

    /// <summary>Notes outputs that fall together with each other, with the saved snapshot, or with an input.</summary>
    /// <param name="inputs">Files that are read beside those that options name.</param>
    public void Check(IReadOnlyList<string> outputs, IReadOnlyList<string>? inputs = null)
    {
        var options = _settings.Options;
        var written = outputs.Select(file => (Option: "--output", File: file)).ToList();
        if (_settings.Text(options.Output.SaveSnapshot) is { } snapshot) written.Add(("--save-snapshot", snapshot));
        foreach (var twice in written.Where(one => one.File.Length > 0).GroupBy(one => Place(one.File), StringComparer.Ordinal).Where(group => group.Count() > 1 && !IsDevice(group.Key)))
            _settings.Mistake($"{string.Join(" and ", twice.Select(one => one.Option).Distinct())} names {(twice.Key == OutputFile.StandardOutput ? "standard output" : twice.First().File)} {twice.Count()} times; each output needs a file of its own.");
        var read = _settings.Texts(options.Source.From).Concat(inputs ?? [])
            .Concat(new[] { options.Waiver.Waivers, options.Waiver.Baseline, options.Output.Template, options.History.History }.Select(_settings.Text).OfType<string>())
            .Where(file => file.Length > 0 && file != OutputFile.StandardOutput).Select(Place).ToHashSet(StringComparer.Ordinal);
        foreach (var (option, file) in written.Where(one => one.File.Length > 0 && read.Contains(Place(one.File))))
            _settings.Mistake($"{option} {file} would take the place of a file that is read; write to another file.");
    }

    private static bool IsDevice(string place) => place.StartsWith("/dev/", StringComparison.Ordinal);

    /// <summary>Where a file really lies, however it is spelt.</summary>
    private string Place(string file)
    {
        if (file == OutputFile.StandardOutput) return file;
        var path = Path.GetFullPath(invocation.Surroundings.PathOf(file));
        try
        {
            return OutputFile.FinalPath(path);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            // That it cannot be written is told when it is opened.
            return path;
        }
    }
}

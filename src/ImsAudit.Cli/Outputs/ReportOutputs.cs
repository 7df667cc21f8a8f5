using ImsAudit.Reporting.Formats;
using ImsAudit.Reporting.Templates;
using ImsAudit.Results;

namespace ImsAudit.Cli.Outputs;

/// <summary>The reports that <c>--output</c> asks for.</summary>
internal sealed class ReportOutputs
{
    private static readonly IReadOnlyList<string> s_names = [.. ReportFormats.All.Select(format => format.Name)];

    private readonly Invocation _invocation;
    private readonly List<(ReportFormat Format, string File)> _outputs = [];
    private readonly ReportTemplate? _template;
    private readonly bool _showWaived;
    private readonly bool _csvBom;

    /// <summary>Notes mistakes in the settings.</summary>
    public ReportOutputs(Invocation invocation)
    {
        _invocation = invocation;
        var (settings, options) = (invocation.Settings, invocation.Settings.Options.Output);
        var given = settings.Texts(options.Output);
        foreach (var text in given.Count == 0 ? ["text=-"] : given) Add(text);
        new OutputNames(invocation).Check([.. _outputs.Select(output => output.File)]);
        _showWaived = settings.Flag(options.ShowWaived);
        _csvBom = settings.Flag(options.CsvBom);
        if (settings.Flag(options.Unsorted) && _outputs is not [{ Format.Name: "ndjson" }])
            settings.Mistake("--unsorted writes findings as they come, so it goes with one --output ndjson=FILE and no other output.");
        _template = TemplateChoice.Read(invocation, _outputs.Where(output => output.Format.TakesTemplate).Select(output => output.Format.Name));
    }

    /// <summary>True when one of them goes to standard output, where nothing else may go then.</summary>
    public bool UseStandardOutput => _outputs.Exists(output => output.File == OutputFile.StandardOutput);

    /// <summary>Opens every file, so that one that cannot be written is known before anything is collected.</summary>
    /// <exception cref="UserMistakeException">One cannot be written.</exception>
    public OpenReports Open() => new(new OpenOutputs<ReportFormat>(_invocation, _outputs), Choose);

    /// <summary>Renders a result into all of them.</summary>
    public async Task WriteAsync(AuditResult result)
    {
        using var reports = Open();
        await reports.WriteAsync(result, _invocation.Cancellation);
    }

    private void Add(string text)
    {
        var option = _invocation.Settings.Options.Output.Output;
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? text : text[..equals];
        if (ReportFormats.Find(name) is not { } format) _invocation.Settings.WrongChoice(option, name, s_names);
        else if (equals < 0 || equals == text.Length - 1) _invocation.Settings.Wrong(option, text, $"{name}=FILE, or {name}=- for standard output");
        else _outputs.Add((format, text[(equals + 1)..]));
    }

    private ReportOptions Choose(ReportOptions look) =>
        look with { Template = _template, ShowWaived = _showWaived, CsvBom = _csvBom, Verbose = _invocation.Log.IsVerbose };
}

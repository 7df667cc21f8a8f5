using ImsAudit.Reporting.Formats;
using ImsAudit.Reporting.Templates;
using ImsAudit.Reporting.Weekly;
using ImsAudit.Weekly;

namespace ImsAudit.Cli.Outputs;

/// <summary>What <c>--output</c> asks for of the report of a period.</summary>
internal sealed class WeeklyOutputs
{
    private static readonly IReadOnlyList<string> s_names = [.. WeeklyFormats.All.Select(format => format.Name)];

    private readonly Invocation _invocation;
    private readonly List<(WeeklyFormat Format, string File)> _outputs = [];
    private readonly ReportTemplate? _template;

    /// <summary>Notes mistakes in the settings.</summary>
    public WeeklyOutputs(Invocation invocation)
    {
        _invocation = invocation;
        var option = invocation.Settings.Options.Output.Output;
        // What is configured is about the reports of scans, and would be written over.
        foreach (var text in invocation.Settings.IsOnCommandLine(option) ? invocation.Settings.Texts(option) : ["text=-"]) Add(text);
        new OutputNames(invocation).Check([.. _outputs.Select(output => output.File)]);
        _template = TemplateChoice.Read(invocation, _outputs.Where(output => output.Format.TakesTemplate).Select(output => output.Format.Name));
    }

    /// <exception cref="UserMistakeException">One cannot be written.</exception>
    public async Task WriteAsync(WeeklyReport report)
    {
        using var outputs = new OpenOutputs<WeeklyFormat>(_invocation, _outputs);
        await outputs.WriteAsync((format, stream, look) => format.Write(report, stream, look with { Template = _template }, _invocation.Cancellation));
    }

    private void Add(string text)
    {
        var option = _invocation.Settings.Options.Output.Output;
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? text : text[..equals];
        if (WeeklyFormats.Find(name) is { } format)
        {
            if (equals < 0 || equals == text.Length - 1) _invocation.Settings.Wrong(option, text, $"{name}=FILE, or {name}=- for standard output");
            else _outputs.Add((format, text[(equals + 1)..]));
        }
        else if (ReportFormats.Find(name) is not null) _invocation.Settings.Mistake($"--output {name} tells of one scan, and a history has many: report --history writes {string.Join(", ", s_names)}.");
        else _invocation.Settings.WrongChoice(option, name, s_names);
    }
}

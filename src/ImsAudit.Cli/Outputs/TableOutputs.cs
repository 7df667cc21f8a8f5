using System.CommandLine;
using ImsAudit.Cli.Options;
using ImsAudit.Reporting.Formats;

namespace ImsAudit.Cli.Outputs;

/// <summary><c>--output</c> of the commands that write a table: <c>text</c>, <c>json</c>, <c>csv</c>, each also with <c>=FILE</c>.</summary>
internal sealed class TableOutputs
{
    private const string Text = "text";
    private const string Csv = "csv";
    private static readonly string[] s_formats = [Text, "json", Csv];

    private readonly Invocation _invocation;
    private readonly List<(string Format, string File)> _outputs = [];

    /// <summary>Notes mistakes in the settings.</summary>
    public TableOutputs(Invocation invocation, Option<string[]> option)
    {
        _invocation = invocation;
        foreach (var text in invocation.Settings.IsOnCommandLine(option) ? invocation.Settings.Texts(option) : [Text])
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            var (format, file) = equals < 0 ? (text, OutputFile.StandardOutput) : (text[..equals], text[(equals + 1)..]);
            if (!s_formats.Contains(format)) invocation.Settings.WrongChoice(option, format, s_formats);
            else if (file.Length == 0) invocation.Settings.Wrong(option, text, $"{format}=FILE; - is standard output");
            else _outputs.Add((format, file));
        }
        if (_outputs.DistinctBy(output => output.File).Count() < _outputs.Count) invocation.Settings.Mistake("--output names one place more than once; each output needs a file of its own.");
    }

    /// <summary>A new option; each command has its own.</summary>
    public static Option<string[]> Option() =>
        CliOption.Many("--output", "text|json|csv[=FILE]", "Write text, JSON or CSV; without a file, or with -, to standard output.", Text);

    /// <exception cref="UserMistakeException">One cannot be written.</exception>
    public async Task WriteAsync(Action<Invocation> text, Action<Stream> json, (IReadOnlyList<string> Head, IEnumerable<IReadOnlyList<string>> Rows) csv)
    {
        foreach (var (format, name) in _outputs)
        {
            using var file = OutputFile.Open(_invocation.Surroundings, name);
            await file.WriteAsync(stream =>
            {
                if (format == Text) text(Into(stream, file));
                else if (format == Csv) CsvTable.Write(stream, csv.Head, csv.Rows);
                else WriteJson(stream, json);
                return Task.CompletedTask;
            });
            file.Commit();
        }
    }

    private Invocation Into(Stream stream, OutputFile file)
    {
        var surroundings = _invocation.Surroundings;
        return _invocation with { Surroundings = surroundings with { Output = stream, OutputTerminal = file.IsStandardOutput ? surroundings.OutputTerminal : null } };
    }

    private static void WriteJson(Stream stream, Action<Stream> json)
    {
        json(stream);
        stream.WriteByte((byte)'\n');
    }
}

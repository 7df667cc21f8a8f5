using System.CommandLine;
using ImsAudit.Cli.Options;
using ImsAudit.Cli.Outputs;
using ImsAudit.Differences;
using ImsAudit.Reporting.Differences;

namespace ImsAudit.Cli.Comparing;

/// <summary><c>--output</c> of <c>diff</c>: its formats, each also with <c>=FILE</c>.</summary>
internal sealed class DiffOutputs
{
    private const string Default = "text";
    private static readonly IReadOnlyList<string> s_names = [.. DiffFormats.All.Select(format => format.Name)];

    private readonly Invocation _invocation;
    private readonly List<(DiffFormat Format, string File)> _outputs = [];

    /// <summary>Notes mistakes in the settings.</summary>
    /// <param name="inputs">The files that are read, whose place no output may take.</param>
    public DiffOutputs(Invocation invocation, Option<string[]> option, IReadOnlyList<string> inputs)
    {
        _invocation = invocation;
        foreach (var text in invocation.Settings.IsOnCommandLine(option) ? invocation.Settings.Texts(option) : [Default]) Add(option, text);
        new OutputNames(invocation).Check([.. _outputs.Select(output => output.File)], inputs);
    }

    /// <summary>A new option; each command has its own.</summary>
    public static Option<string[]> Option() => CliOption.Many("--output", "FORMAT[=FILE]",
        "Write text, markdown, html or json; without a file, or with -, to standard output.", Default);

    /// <exception cref="UserMistakeException">One cannot be written.</exception>
    public async Task WriteAsync(Difference difference)
    {
        using var outputs = new OpenOutputs<DiffFormat>(_invocation, _outputs);
        await outputs.WriteAsync((format, stream, look) => format.Write(difference, stream, look, _invocation.Cancellation));
    }

    private void Add(Option<string[]> option, string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var (name, file) = equals < 0 ? (text, OutputFile.StandardOutput) : (text[..equals], text[(equals + 1)..]);
        if (DiffFormats.Find(name) is not { } format) _invocation.Settings.WrongChoice(option, name, s_names);
        else if (file.Length == 0) _invocation.Settings.Wrong(option, text, $"{name}=FILE; - is standard output");
        else _outputs.Add((format, file));
    }
}

using System.CommandLine;
using ImsAudit.Cli.Options;

namespace ImsAudit.Cli.Outputs;

/// <summary>
/// <c>--output</c> of the commands that write one thing as text or JSON: <c>json</c>, <c>text</c>, each also with
/// <c>=FILE</c>. It has no key in the configuration: what is configured there is about reports.
/// </summary>
internal sealed class TextOrJson
{
    private const string Json = "json";
    private const string Text = "text";
    private static readonly string[] s_formats = [Text, Json];
    private readonly List<(bool IsJson, string File)> _outputs = [];

    /// <summary>Notes mistakes in the settings.</summary>
    public TextOrJson(Invocation invocation, Option<string[]> option)
    {
        var given = invocation.Settings.IsOnCommandLine(option) ? invocation.Settings.Texts(option) : [Text];
        foreach (var text in given)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            var (format, file) = equals < 0 ? (text, OutputFile.StandardOutput) : (text[..equals], text[(equals + 1)..]);
            if (!s_formats.Contains(format)) invocation.Settings.WrongChoice(option, format, s_formats);
            else if (file.Length == 0) invocation.Settings.Wrong(option, text, $"{format}=FILE; - is standard output");
            else _outputs.Add((format == Json, file));
        }
        if (_outputs.DistinctBy(output => output.File).Count() < _outputs.Count)
            invocation.Settings.Mistake("--output names one place more than once; each output needs a file of its own.");
    }

    /// <summary>A new option; each command has its own.</summary>
    public static Option<string[]> Option() =>
        CliOption.Many("--output", "text|json[=FILE]", "Write text or JSON; without a file, or with -, to standard output.", Text);

    /// <exception cref="UserMistakeException">One cannot be written.</exception>
    public async Task WriteAsync(Surroundings surroundings, Action<PlainText> text, Action<Stream> json)
    {
        foreach (var (isJson, name) in _outputs)
        {
            using var file = OutputFile.Open(surroundings, name);
            await file.WriteAsync(stream =>
            {
                if (isJson) WriteJson(stream, json);
                else WriteText(surroundings with { Output = stream }, text);
                return Task.CompletedTask;
            });
            file.Commit();
        }
    }

    private static void WriteJson(Stream stream, Action<Stream> json)
    {
        json(stream);
        stream.WriteByte((byte)'\n');
    }

    private static void WriteText(Surroundings surroundings, Action<PlainText> write)
    {
        using var text = new PlainText(surroundings);
        write(text);
    }
}

using ImsAudit.Reporting.Formats;

namespace ImsAudit.Cli.Outputs;

/// <summary>Outputs that are open together. All are written before any takes its name.</summary>
/// <typeparam name="TFormat">What an output is written in.</typeparam>
internal sealed class OpenOutputs<TFormat> : IDisposable
{
    private readonly Invocation _invocation;
    private readonly List<(TFormat Format, OutputFile File)> _outputs = [];

    /// <exception cref="UserMistakeException">One cannot be written; none stays behind.</exception>
    public OpenOutputs(Invocation invocation, IEnumerable<(TFormat Format, string File)> outputs)
    {
        _invocation = invocation;
        try
        {
            foreach (var (format, file) in outputs) _outputs.Add((format, OutputFile.Open(invocation.Surroundings, file)));
        }
        catch
        {
            // Whatever it was goes on from here; the files that are open already must not stay behind.
            Dispose();
            throw;
        }
    }

    /// <summary>The first of them.</summary>
    public OutputFile First => _outputs[0].File;

    /// <param name="write">Writes one, in the look that its place asks for.</param>
    /// <exception cref="UserMistakeException">One cannot be written.</exception>
    public async Task WriteAsync(Action<TFormat, Stream, ReportOptions> write)
    {
        // Standard output last: what went there cannot be taken back.
        foreach (var (format, file) in _outputs.Where(output => !output.File.IsStandardOutput)) await RenderAsync(format, file);
        foreach (var (_, file) in _outputs) file.Commit();
        foreach (var (format, file) in _outputs.Where(output => output.File.IsStandardOutput)) await RenderAsync(format, file);

        Task RenderAsync(TFormat format, OutputFile file) => file.WriteAsync(stream =>
        {
            write(format, stream, LookOf(file));
            return Task.CompletedTask;
        });
    }

    public void Dispose()
    {
        foreach (var (_, file) in _outputs) file.Dispose();
    }

    private ReportOptions LookOf(OutputFile file) => file.IsStandardOutput && _invocation.Surroundings.OutputTerminal is { } terminal
        ? ReportOptions.Terminal(terminal.Width, _invocation.Colour)
        : ReportOptions.File;
}

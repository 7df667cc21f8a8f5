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
        await WriteFilesAsync(write);
        Commit();
        // Standard output last: what went there cannot be taken back.
        await WriteStandardOutputAsync(write);
    }

    /// <summary>Writes all but standard output; files do not have their names yet.</summary>
    /// <exception cref="UserMistakeException">One cannot be written.</exception>
    public Task WriteFilesAsync(Action<TFormat, Stream, ReportOptions> write) => RenderAsync(write, file => !file.IsStandardOutput);

    /// <summary>Writes standard output, where it is among them.</summary>
    /// <exception cref="UserMistakeException">It cannot be written.</exception>
    public Task WriteStandardOutputAsync(Action<TFormat, Stream, ReportOptions> write) => RenderAsync(write, file => file.IsStandardOutput);

    /// <summary>Writes again what can be taken back.</summary>
    /// <exception cref="UserMistakeException">One cannot be written.</exception>
    public async Task WriteFilesAgainAsync(Action<TFormat, Stream, ReportOptions> write)
    {
        foreach (var (_, file) in _outputs.Where(output => output.File.CanStartAgain)) file.StartAgain();
        await RenderAsync(write, file => file.CanStartAgain);
    }

    /// <summary>Gives the files their names.</summary>
    /// <exception cref="UserMistakeException">One cannot get it.</exception>
    public void Commit()
    {
        foreach (var (_, file) in _outputs) file.Commit();
    }

    public void Dispose()
    {
        foreach (var (_, file) in _outputs) file.Dispose();
    }

    private async Task RenderAsync(Action<TFormat, Stream, ReportOptions> write, Func<OutputFile, bool> which)
    {
        foreach (var (format, file) in _outputs.Where(output => which(output.File)))
        {
            await file.WriteAsync(stream =>
            {
                write(format, stream, LookOf(file));
                return Task.CompletedTask;
            });
        }
    }

    private ReportOptions LookOf(OutputFile file) => file.IsStandardOutput && _invocation.Surroundings.OutputTerminal is { } terminal
        ? ReportOptions.Terminal(terminal.Width, _invocation.Colour)
        : ReportOptions.File;
}

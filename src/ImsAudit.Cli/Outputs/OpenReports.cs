using ImsAudit.Inventories;
using ImsAudit.Reporting.Formats;
using ImsAudit.Results;
using ImsAudit.Snapshots;

namespace ImsAudit.Cli.Outputs;

/// <summary>Outputs that are open and wait for a result. All are written before any takes its name.</summary>
internal sealed class OpenReports(IReadOnlyList<(ReportFormat Format, OutputFile File)> outputs, Func<OutputFile, ReportOptions> options) : IDisposable
{
    /// <exception cref="UserMistakeException">One cannot be written.</exception>
    public async Task WriteAsync(AuditResult result, CancellationToken cancellationToken)
    {
        // Standard output last: what went there cannot be taken back.
        foreach (var (format, file) in outputs.Where(output => !output.File.IsStandardOutput)) await RenderAsync(format, file);
        foreach (var (_, file) in outputs) file.Commit();
        foreach (var (format, file) in outputs.Where(output => output.File.IsStandardOutput)) await RenderAsync(format, file);

        Task RenderAsync(ReportFormat format, OutputFile file) => file.WriteAsync(stream =>
        {
            format.Write(result, stream, options(file), cancellationToken);
            return Task.CompletedTask;
        });
    }

    /// <summary>Evaluates while the findings go straight into the one output, which is <c>ndjson</c>.</summary>
    /// <param name="audit">Evaluates; gets where each finding goes.</param>
    /// <exception cref="UserMistakeException">It cannot be written.</exception>
    public async Task<AuditResult> StreamAsync(IInventory inventory, Func<Action<Finding>, Task<AuditResult>> audit)
    {
        var file = outputs[0].File;
        AuditResult? result = null;
        await file.WriteAsync(async stream =>
        {
            using var rows = new NdjsonRows(stream, inventory);
            result = await audit(rows.Add);
            rows.End(result);
        });
        file.Commit();
        return result!;
    }

    /// <summary>The same over a file that is read while it is evaluated, which may turn out to be no such file.</summary>
    /// <param name="audit">Evaluates, and writes the findings.</param>
    /// <returns>Null when it must be read the general way; nothing is written then.</returns>
    /// <exception cref="UserMistakeException">It cannot be written.</exception>
    public async Task<AuditResult?> StreamLinesAsync(Func<Stream, Task<AuditResult>> audit)
    {
        var file = outputs[0].File;
        if (!file.CanStartAgain) return null;
        AuditResult? result = null;
        try
        {
            await file.WriteAsync(async stream =>
            {
                result = await audit(stream);
                using var rows = new NdjsonRows(stream, result.Run);
                rows.End(result);
            });
        }
        catch (NotLinesException)
        {
            file.StartAgain();
            return null;
        }
        file.Commit();
        return result;
    }

    public void Dispose()
    {
        foreach (var (_, file) in outputs) file.Dispose();
    }
}

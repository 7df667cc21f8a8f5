using ImsAudit.Inventories;
using ImsAudit.Reporting.Formats;
using ImsAudit.Results;
using ImsAudit.Snapshots;

namespace ImsAudit.Cli.Outputs;

/// <summary>Reports that are open and wait for a result.</summary>
internal sealed class OpenReports(OpenOutputs<ReportFormat> outputs, Func<ReportOptions, ReportOptions> choose) : IDisposable
{
    /// <exception cref="UserMistakeException">One cannot be written.</exception>
    public Task WriteAsync(AuditResult result, CancellationToken cancellationToken) =>
        outputs.WriteAsync((format, stream, look) => format.Write(result, stream, choose(look), cancellationToken));

    /// <summary>Writes them, and lets <paramref name="store"/> make the result count before the files take their names.</summary>
    /// <param name="store">Returns another result when it could not; then that is what the files tell.</param>
    /// <returns>The result that the files tell.</returns>
    /// <exception cref="UserMistakeException">One cannot be written. Standard output that breaks off takes no file with it.</exception>
    public async Task<AuditResult> WriteAsync(AuditResult result, Func<AuditResult, Task<AuditResult>> store, CancellationToken cancellationToken)
    {
        Action<ReportFormat, Stream, ReportOptions> Of(AuditResult told) => (format, stream, look) => format.Write(told, stream, choose(look), cancellationToken);
        await outputs.WriteFilesAsync(Of(result));
        try
        {
            await outputs.WriteStandardOutputAsync(Of(result));
        }
        catch (UserMistakeException)
        {
            outputs.Commit();
            throw;
        }
        var told = await store(result);
        if (told != result) await outputs.WriteFilesAgainAsync(Of(told));
        outputs.Commit();
        return told;
    }

    /// <summary>Evaluates while the findings go straight into the one output, which is <c>ndjson</c>.</summary>
    /// <param name="audit">Evaluates; gets where each finding goes.</param>
    /// <param name="store">Makes the result count, before the last rows tell it.</param>
    /// <exception cref="UserMistakeException">It cannot be written.</exception>
    public async Task<AuditResult> StreamAsync(IInventory inventory, Func<Action<Finding>, Task<AuditResult>> audit, Func<AuditResult, Task<AuditResult>> store)
    {
        var file = outputs.First;
        AuditResult? result = null;
        await file.WriteAsync(async stream =>
        {
            using var rows = new NdjsonRows(stream, inventory);
            result = await audit(rows.Add);
            await stream.FlushAsync();
            result = await store(result);
            rows.End(result);
        });
        file.Commit();
        return result!;
    }

    /// <summary>
    /// The same over a file that is read while it is evaluated, which may turn out to be no such file. What cannot be taken
    /// back (a pipe) is written when that is known.
    /// </summary>
    /// <param name="audit">Evaluates, and writes the findings.</param>
    /// <param name="tempFolder">Where the findings wait for a pipe.</param>
    /// <returns>Null when it must be read the general way; nothing is written then.</returns>
    /// <exception cref="UserMistakeException">It cannot be written.</exception>
    public async Task<AuditResult?> StreamLinesAsync(Func<Stream, Task<AuditResult>> audit, string tempFolder)
    {
        var file = outputs.First;
        using var waiting = file.CanStartAgain ? null : OutputFile.OpenNameless(tempFolder);
        AuditResult? result = null;
        try
        {
            await (waiting ?? file).WriteAsync(async stream =>
            {
                result = await audit(stream);
                using var rows = new NdjsonRows(stream, result.Run);
                rows.End(result);
            });
        }
        catch (NotLinesException)
        {
            if (waiting is null) file.StartAgain();
            return null;
        }
        if (waiting is not null) await file.WriteAsync(waiting.CopyToAsync);
        file.Commit();
        return result;
    }

    public void Dispose() => outputs.Dispose();
}

using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats;

/// <summary>Writes a report. The stream stays open; UTF-8 without a byte order mark.</summary>
public delegate void WriteReport(AuditResult result, Stream output, ReportOptions options, CancellationToken cancellationToken);

/// <param name="Name">As <c>--output NAME=FILE</c> spells it.</param>
/// <param name="Extension">Of a file that nobody named, with the dot.</param>
/// <param name="TakesTemplate">True when <c>--template</c> may shape it.</param>
public sealed record ReportFormat(string Name, string Extension, bool TakesTemplate, WriteReport Write);

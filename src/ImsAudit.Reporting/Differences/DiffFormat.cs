using ImsAudit.Differences;
using ImsAudit.Reporting.Formats;

namespace ImsAudit.Reporting.Differences;

/// <summary>Writes what changed. The stream stays open; UTF-8 without a byte order mark.</summary>
/// <param name="options">Its width, its colour and how many rows of a kind are shown (<see cref="ReportOptions.FindingsPerPolicy"/>).</param>
public delegate void WriteDifference(Difference difference, Stream output, ReportOptions options, CancellationToken cancellationToken);

/// <param name="Name">As <c>--output NAME=FILE</c> spells it.</param>
/// <param name="Extension">Of a file that nobody named, with the dot.</param>
public sealed record DiffFormat(string Name, string Extension, WriteDifference Write);

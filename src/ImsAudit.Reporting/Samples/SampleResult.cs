using ImsAudit.Results;

namespace ImsAudit.Reporting.Samples;

/// <summary>A result that a template is tried with.</summary>
/// <param name="Name">Such as <c>a hostile result</c>.</param>
public sealed record SampleResult(string Name, AuditResult Result);

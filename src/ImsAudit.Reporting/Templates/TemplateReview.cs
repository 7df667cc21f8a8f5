namespace ImsAudit.Reporting.Templates;

/// <summary>What trying a template showed.</summary>
/// <param name="Trials">With so many made-up reports.</param>
/// <param name="Errors">With file, line and column; the template renders no report of some result.</param>
/// <param name="Warnings">It renders, and yet.</param>
public sealed record TemplateReview(int Trials, IReadOnlyList<string> Errors, IReadOnlyList<string> Warnings);

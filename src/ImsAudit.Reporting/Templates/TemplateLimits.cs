namespace ImsAudit.Reporting.Templates;

/// <summary>
/// How much a template may do. All grows with the rows of the model, so that a huge estate holds none of it, while a
/// template that runs away ends with a sentence on any.
/// </summary>
/// <param name="Rounds">Of loops, together.</param>
/// <param name="Steps">Expressions and statements that are worked out: what recursion without a loop uses up.</param>
/// <param name="Bytes">Of UTF-8 that are written, also into what is captured.</param>
internal sealed record TemplateLimits(int Rounds, long Steps, long Bytes)
{
    /// <summary>The longest text, in UTF-16 units.</summary>
    public int LongestText { get; init; } = 1 << 24;

    /// <param name="rows">How many rows the model holds.</param>
    public static TemplateLimits For(long rows) => new(
        (int)Math.Min(int.MaxValue, 100_000 + (rows * 20)),
        20_000_000 + (rows * 2_000),
        (256L << 20) + (rows * 16_384));
}

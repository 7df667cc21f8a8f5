namespace ImsAudit.Reporting.Encodings;

/// <summary>
/// How values are encoded in a template of that name: as its output's format says, unless its ending names what is
/// stricter, since a page that is written as <c>text</c> is read as a page all the same.
/// </summary>
internal static class TemplateEnding
{
    /// <param name="file">The template; of <c>page.html.tpl</c> the ending before the last counts.</param>
    /// <param name="format">The encoding of the output's format.</param>
    public static ReportEncoding Stricter(string file, ReportEncoding format)
    {
        if (format is HtmlEncoding) return format;
        var named = Of(file);
        if (named is HtmlEncoding) return named;
        return format is MarkdownEncoding ? format : named ?? format;
    }

    /// <summary>Null when the ending names no format.</summary>
    public static ReportEncoding? Of(string file) =>
        ByEnding(Path.GetExtension(file)) ?? ByEnding(Path.GetExtension(Path.GetFileNameWithoutExtension(file)));

    private static ReportEncoding? ByEnding(string ending) => ending.ToLowerInvariant() switch
    {
        ".html" or ".htm" or ".xhtml" => new HtmlEncoding(),
        ".md" or ".markdown" => new MarkdownEncoding(),
        ".csv" or ".tsv" => new CsvEncoding(),
        ".txt" or ".text" => new PlainEncoding(),
        _ => null,
    };
}

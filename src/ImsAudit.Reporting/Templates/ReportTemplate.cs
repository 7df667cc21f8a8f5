using ImsAudit.Files;
using ImsAudit.Reporting.Encodings;
using ImsAudit.Reporting.Model;
using ImsAudit.Results;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ImsAudit.Reporting.Templates;

/// <summary>A parsed template, shipped or the user's own. It can be rendered many times.</summary>
public sealed class ReportTemplate
{
    private readonly Template _template;
    private readonly string? _folder;
    private long? _mostBytes;

    private ReportTemplate(string name, string text, string? folder)
    {
        _folder = folder;
        _template = Template.Parse(text, name);
        if (_template.Messages.FirstOrDefault(message => message.Type == ParserMessageType.Error) is { } error) throw Mistake(error.Span, error.Message);
    }

    /// <summary>A template that ships with the program, such as <c>report.html</c>.</summary>
    public static ReportTemplate Shipped(string name) => new(name, TemplateFiles.ReadShipped(name), folder: null);

    /// <summary>The same template, told that its report may have so many bytes of UTF-8.</summary>
    public ReportTemplate Within(long bytes)
    {
        var within = (ReportTemplate)MemberwiseClone();
        within._mostBytes = bytes;
        return within;
    }

    /// <summary>Reads the user's own template, so that its mistakes are known before anything is collected.</summary>
    /// <exception cref="TemplateException">The file cannot be read, or is no template.</exception>
    public static ReportTemplate Load(string path)
    {
        try
        {
            return Of(path, File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TemplateException(path, line: null, column: null, $"The template cannot be read: {FileTrouble.Of(e)}.");
        }
    }

    /// <summary>A template whose text is at hand; what it includes is looked for in the folder of <paramref name="path"/>.</summary>
    /// <exception cref="TemplateException">It is no template.</exception>
    public static ReportTemplate Of(string path, string text) => new(path, text, Path.GetDirectoryName(Path.GetFullPath(path)));

    /// <exception cref="TemplateException">The template uses what is not there, or exceeds a limit.</exception>
    internal void Render((AuditResult Result, bool ShowWaived) shown, ReportEncoding encoding, TextWriter output, CancellationToken cancellationToken) =>
        Render((ResultModel.Of(shown.Result, shown.ShowWaived), RowCount.Of(shown.Result)), encoding, output, cancellationToken);

    /// <param name="model">What the template gets, and how many rows it holds.</param>
    /// <exception cref="TemplateException">The template uses what is not there, or exceeds a limit.</exception>
    internal void Render((ScriptObject Globals, long Rows) model, ReportEncoding encoding, TextWriter output, CancellationToken cancellationToken)
    {
        var context = new EncodingTemplateContext(encoding, new TemplateFiles(_folder), model.Rows, cancellationToken) { MostBytes = _mostBytes };
        context.PushGlobal(model.Globals);
        try
        {
            context.RenderInto(new PlacedOutput(output, encoding.NewPlace()), _template);
        }
        catch (ScriptAbortException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
        catch (ScriptParserRuntimeException e) when (e.ParserMessages.FirstOrDefault(message => message.Type == ParserMessageType.Error) is { } error)
        {
            throw Mistake(error.Span, error.Message);
        }
        catch (ScriptRuntimeException e)
        {
            throw Mistake(e.Span, e.OriginalMessage);
        }
    }

    private static TemplateException Mistake(SourceSpan span, string message) =>
        new(VisibleText.Of(span.FileName ?? "template"), span.Start.Line + 1, span.Start.Column + 1, VisibleText.Of(message));
}

using System.Globalization;
using ImsAudit.Reporting.Encodings;
using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace ImsAudit.Reporting.Templates;

/// <summary>
/// The only context that templates are rendered with. Whatever an expression yields, after all filters, is encoded as it
/// is written; a template cannot forget it, nor undo it. What reads the clock, draws random numbers or runs text as
/// template code is not there.
/// </summary>
internal sealed class EncodingTemplateContext : TemplateContext
{
    private readonly ReportEncoding _encoding;
    private readonly TemplateLimits _limits;
    private long _steps;
    private long _bytes;
    private SourceSpan _written;
    private PlacedOutput? _report;

#pragma warning disable RS0030 // This is the one place where a context is made.
    public EncodingTemplateContext(ReportEncoding encoding, TemplateFiles files, TemplateLimits limits, CancellationToken cancellationToken)
        : base(SafeFunctions.For(encoding))
#pragma warning restore RS0030
    {
        (_encoding, _limits) = (encoding, limits);
        TemplateLoader = files;
        CancellationToken = cancellationToken;
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        AutoIndent = false;
        NewLine = "\n";
        LoopLimit = limits.Rounds;
        LoopLimitQueryable = LoopLimit;
        RecursiveLimit = 100;
        LimitToString = limits.LongestText;
        // Ours counts bytes, and those that are captured too.
        OutputLimit = 0;
        OnStringLimit = ScriptLimitBehavior.Throw;
        OnOutputLimit = ScriptLimitBehavior.Throw;
        RegexTimeOut = TimeSpan.FromMilliseconds(200);
        PushCulture(CultureInfo.InvariantCulture);
    }

    /// <summary>How many bytes of UTF-8 the report may have; null for no limit. Templates keep to it by asking <c>fits</c>.</summary>
    public long? MostBytes { get; init; }

    /// <summary>Null when there is no limit.</summary>
    public long? BytesLeft => MostBytes - (_report?.Bytes ?? 0);

    /// <summary>Writes what an expression yielded. The template's own text does not come this way.</summary>
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        if (textAsObject is null) return this;
        if (Output is not PlacedOutput output) throw new InvalidOperationException("A template wrote to an output that does not know its place.");
        if (textAsObject is JsonBlock block) WriteBlock(block, output);
        // The place follows it, as it follows what stands outside of expressions.
        else if (textAsObject is OwnText own) Write(own.ToString());
        else WriteValue(textAsObject is EncodedText encoded ? Checked(encoded, output) : Encode(textAsObject, output), output);
        return this;
    }

    /// <inheritdoc/>
    public override ValueTask<TemplateContext> WriteAsync(SourceSpan span, object? textAsObject) => ValueTask.FromResult(Write(span, textAsObject));

    /// <inheritdoc/>
    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        if (++_steps > _limits.Steps) throw new ScriptRuntimeException(scriptNode?.Span ?? _written, $"The template was stopped after {_limits.Steps:N0} steps, more than this result can need. Does a function call itself without an end?");
        if (scriptNode is ScriptCaptureStatement capture) return Capture(capture);
        var value = base.Evaluate(scriptNode, aliasReturnedFunction);
        if (value is string text && text.Length > _limits.LongestText) throw new ScriptRuntimeException(scriptNode!.Span, $"This text has more than {_limits.LongestText:N0} characters. Write a long text piece by piece.");
        // What is written next is this expression's value; Scriban itself names the whole page as its place.
        if (scriptNode is ScriptExpressionStatement) _written = scriptNode.Span;
        return value;
    }

    /// <summary>Called for each text that is written, before it is.</summary>
    private void Count(int bytes)
    {
        _bytes += bytes;
        if (_bytes > _limits.Bytes) throw new ScriptRuntimeException(_written, $"The template was stopped after {_limits.Bytes >> 20:N0} MiB, more than this result can need. Does it write the same again and again?");
    }

    /// <summary>An output of this rendering, counted with the others.</summary>
    public PlacedOutput OutputTo(TextWriter writer) => new(writer, _encoding.NewPlace(), Count);

    /// <summary>Renders a template into the output that is open now.</summary>
    public void RenderInto(PlacedOutput output, Template template)
    {
        _report = output;
        PushOutput(output);
        try
        {
            template.Render(this);
        }
        finally
        {
            PopOutput();
        }
    }

    private void WriteValue(string text, PlacedOutput output)
    {
        output.WritingValue = true;
        try
        {
            Write(text);
        }
        finally
        {
            output.WritingValue = false;
        }
    }

    private void WriteBlock(JsonBlock block, PlacedOutput output)
    {
        if (output.Place is not { IsData: true })
            throw new ScriptRuntimeException(_written, "This is data for a script: it can only stand in <script type=\"application/json\">.");
        block.Write(piece => WriteValue(piece, output));
    }

    // Scriban would hand out what was captured as text that is encoded a second time, and with no knowledge of its place.
    private object? Capture(ScriptCaptureStatement capture)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var output = OutputTo(text);
        PushOutput(output);
        try
        {
            Evaluate(capture.Body!);
        }
        finally
        {
            PopOutput();
        }
        if (output.Place is { IsText: false }) throw new ScriptRuntimeException(capture.Span, "What is captured must be whole: it ends within a tag.");
        SetValue(capture.Target!, new EncodedText(text.ToString()));
        return null;
    }

    private string Encode(object value, PlacedOutput output)
    {
        try
        {
            return _encoding.Encode(ObjectToString(value) ?? "", output.Place);
        }
        catch (PlaceException e)
        {
            throw new ScriptRuntimeException(_written, e.Message, e);
        }
    }

    private static string Noted(string text, PlacedOutput output)
    {
        output.Place?.NoteEncoded(text);
        return text;
    }

    private string Checked(EncodedText text, PlacedOutput output) => output.Place is null or { IsText: true }
        ? Noted(text.ToString(), output)
        : throw new ScriptRuntimeException(_written, "What is captured or made by `link` can only stand in text, not within a tag, a script or a style.");
}

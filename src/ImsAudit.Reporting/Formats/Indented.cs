using Spectre.Console;
using Spectre.Console.Rendering;

namespace ImsAudit.Reporting.Formats;

/// <summary>A paragraph, wrapped, each of its lines indented by some columns; no blanks behind.</summary>
internal sealed class Indented(int columns, string text, Style? style = null) : Renderable
{
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var paragraph = (IRenderable)new Paragraph(text, style);
        var atStart = true;
        foreach (var segment in paragraph.Render(options, Math.Max(20, maxWidth - columns)))
        {
            if (atStart && !segment.IsLineBreak && columns > 0) yield return new Segment(new string(' ', columns));
            atStart = segment.IsLineBreak;
            yield return segment;
        }
        yield return Segment.LineBreak;
    }
}

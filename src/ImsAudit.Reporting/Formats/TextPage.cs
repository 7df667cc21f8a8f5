using System.Text;
using ImsAudit.Reporting.Encodings;
using Spectre.Console;

namespace ImsAudit.Reporting.Formats;

/// <summary>Where the text report is written: Spectre's layout over a writer, with nothing told from the environment.</summary>
internal sealed class TextPage
{
    private readonly IAnsiConsole _console;

    public TextPage(TextWriter output, ReportOptions options)
    {
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = options.Colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = options.Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            EnvironmentVariables = [],
        });
        _console.Profile.Width = options.Width;
        _console.Profile.Encoding = Encoding.UTF8;
        _console.Profile.Capabilities.Unicode = true;
    }

    /// <summary>A paragraph of any text.</summary>
    /// <param name="indent">In columns.</param>
    public void Line(string text, int indent = 0, Style? style = null) => _console.Write(new Indented(indent, VisibleText.Of(text), style));

    public void Blank() => _console.Write(Text.NewLine);

    /// <summary>A table whose first row is its head; all columns but the first are numbers, set to the right.</summary>
    public void Table(IReadOnlyList<string> head, IEnumerable<(string[] Cells, Style? Style)> rows)
    {
        var table = new Table { Border = TableBorder.Simple, UseSafeBorder = false };
        foreach (var (at, title) in head.Index()) table.AddColumn(new TableColumn(Cell(title, style: null)) { Alignment = at == 0 ? Justify.Left : Justify.Right, NoWrap = at > 0 });
        foreach (var (cells, style) in rows) table.AddRow(cells.Select(cell => Cell(cell, style)));
        _console.Write(table);
    }

    private static Text Cell(string text, Style? style) => new Text(VisibleText.Of(text), style);
}

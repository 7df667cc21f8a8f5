using System.Text;
using ImsAudit.Reporting.Encodings;

namespace ImsAudit.Cli.Outputs;

/// <summary>Lines for standard output: UTF-8, <c>\n</c>, and nothing in them that acts on a terminal.</summary>
internal sealed class PlainText(Surroundings surroundings) : IDisposable
{
    private readonly StreamWriter _writer = new(surroundings.Output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };

    /// <summary>One line, whatever stands in the text.</summary>
    public void Line(string text = "") => _writer.WriteLine(VisibleText.Of(text));

    /// <summary>Cells with tabs between, for other programs; a tab inside a cell is escaped.</summary>
    public void Row(IEnumerable<string> cells) => _writer.WriteLine(string.Join('\t', cells.Select(cell => VisibleText.Of(cell))));

    /// <summary>Text of several lines, each of which stays one.</summary>
    public void Lines(string text)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n')) Line(line);
    }

    public void Dispose()
    {
        try
        {
            _writer.Dispose();
        }
        catch (IOException wrong)
        {
            throw OutputFile.CannotBeWritten(OutputFile.StandardOutput, wrong);
        }
    }
}

using System.Text;
using ImsAudit.Reporting.Encodings;
using Spectre.Console;

namespace ImsAudit.Cli.Outputs;

/// <summary>Rows with a head: a table on a terminal, else a row a line with tabs between, for other programs.</summary>
internal static class ColumnTable
{
    public static void Write(Invocation invocation, IReadOnlyList<string> head, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (invocation.Surroundings.OutputTerminal is { } terminal)
        {
            using var writer = new StreamWriter(invocation.Surroundings.Output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
            Page(writer, terminal, invocation.Colour).Write(Draw(head, rows));
            return;
        }
        using var text = new PlainText(invocation.Surroundings);
        text.Row(head);
        foreach (var row in rows) text.Row(row);
    }

    private static Table Draw(IReadOnlyList<string> head, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = TableBorder.Simple, UseSafeBorder = false };
        foreach (var title in head) table.AddColumn(new TableColumn(new Text(title)));
        // Text, never markup: what stands in a cell is nobody's instruction.
        foreach (var row in rows) table.AddRow(row.Select(cell => new Text(VisibleText.Of(cell))));
        return table;
    }

    private static IAnsiConsole Page(TextWriter writer, Terminal terminal, bool colour)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            EnvironmentVariables = [],
        });
        console.Profile.Width = Math.Max(40, terminal.Width);
        return console;
    }
}

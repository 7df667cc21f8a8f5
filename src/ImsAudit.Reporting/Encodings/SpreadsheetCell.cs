using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ImsAudit.Reporting.Encodings;

/// <summary>
/// A CSV cell that no spreadsheet runs. Spreadsheets take a cell for a formula when it begins with <c>= + - @</c>, some also
/// behind blanks and in full width, and where they part cells at semicolons a formula may begin in the middle.
/// </summary>
public static partial class SpreadsheetCell
{
    /// <summary>The text with an apostrophe before whatever could begin a formula; plain numbers stay as they are.</summary>
    public static string Defuse(string text)
    {
        var visible = VisibleText.Of(text);
        if (Number().IsMatch(visible)) return visible;
        var cell = new StringBuilder(visible.Length + 2);
        var begins = true;
        foreach (var c in visible)
        {
            if (begins && Runs(c)) cell.Append('\'');
            begins = c == ';' || (begins && Blank(c));
            cell.Append(c);
        }
        return cell.ToString();
    }

    // The signs, their full-width and small forms, other minus signs, and the signs that begin a DDE call.
    private static bool Runs(char c) => c
        is '=' or '+' or '-' or '@' or '%' or '|'
        or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20' or '\uFF05' or '\uFF5C'
        or '\uFE66' or '\uFE62' or '\uFE63' or '\uFE6B' or '\uFE6A'
        or '\u2212' or '\u2010' or '\u2011' or '\u207B' or '\u207A' or '\u207C';

    private static bool Blank(char c) => char.IsWhiteSpace(c) || c is '"' or '\'' || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    [GeneratedRegex(@"^-?[0-9]+(\.[0-9]+)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}

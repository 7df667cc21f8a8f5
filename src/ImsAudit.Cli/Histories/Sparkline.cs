namespace ImsAudit.Cli.Histories;

/// <summary>Numbers as a line of little bars, from the least to the most of them; a gap where there is none.</summary>
internal static class Sparkline
{
    private const string Bars = "▁▂▃▄▅▆▇█";

    public static string Of(IReadOnlyList<double?> values)
    {
        var (least, most) = (values.Min(), values.Max());
        return string.Concat(values.Select(value => value is { } number ? Bar(number, least!.Value, most!.Value) : ' '));
    }

    private static char Bar(double value, double least, double most) =>
        most > least ? Bars[(int)Math.Round((value - least) / (most - least) * (Bars.Length - 1))] : Bars[value > 0 ? Bars.Length / 2 : 0];
}

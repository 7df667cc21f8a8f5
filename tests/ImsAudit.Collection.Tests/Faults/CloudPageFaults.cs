namespace ImsAudit.Collection.Tests.Faults;

/// <summary>What goes wrong otherwise where pages have no <c>next</c>: the next one begins behind the last image.</summary>
internal static class CloudPageFaults
{
    public static IEnumerable<Fault> All => Rows.Select(row => row with { Name = $"/v2/cloudimages: {row.Name}", Dialect = ApiDialect.CloudImages });

    private static IEnumerable<Fault> Rows =>
    [
        Fault.Harmless("\"next\" at another server, of which nothing is read", wire => wire.AnswerAsync($$"""{"next":"{{wire.World.Elsewhere}}v2/cloudimages?marker=a",{{wire.Text[1..]}}""")),
        Fault.Lasting("the first page, whatever marker was asked for", "brings only images that came before", wire => wire.AnswerAsync(wire.First)),
        Fault.Lasting("an answer without \"images\"", "holds no \"images\"", wire => wire.AnswerAsync("{}")),
        Fault.Lasting("a last image whose id is as long as a page", "id is too long to ask for the page behind it", wire => wire.AnswerAsync($$"""{"images":[{"id":"{{new string('a', 1025)}}"}]}""")),
    ];
}

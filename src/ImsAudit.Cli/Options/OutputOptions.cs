using System.CommandLine;

namespace ImsAudit.Cli.Options;

/// <summary>What comes out.</summary>
internal sealed class OutputOptions
{
    public Option<string[]> Output { get; } = CliOption.Many("--output", "FORMAT=FILE",
        "Write a report: text, html, markdown, json, ndjson, csv, sarif, junit, github (annotations), gitlab (code quality) or ocsf; - is standard output.", "text=-");

    public Option<string> Template { get; } = CliOption.Maybe("--template", "FILE",
        "Your own Scriban template for the html, markdown or text output.", "the built-in template");

    public Option<bool> ShowWaived { get; } = CliOption.Flag("--show-waived",
        "List waived violations in text, html and markdown too, which else only count them. The other formats always have them.");

    public Option<bool> CsvBom { get; } = CliOption.Flag("--csv-bom",
        "Begin csv with a byte order mark, by which Excel knows that it is UTF-8.");

    public Option<string> SaveSnapshot { get; } = CliOption.Maybe("--save-snapshot", "FILE",
        "Write what was read as a snapshot too, for --from; a name that ends with .gz is compressed.", "not written");

    public Option<string> Evidence { get; } = CliOption.Maybe("--evidence", "DIR",
        "Keep in a new folder all that proves the scan: snapshot, policies, waivers, baseline, options, result, report, and a manifest of hashes; for imsaudit verify.", "not kept");

    public Option<bool> Unsorted { get; } = CliOption.Flag("--unsorted",
        "Write findings as they are found, in no order and with flat memory; with one --output ndjson=FILE alone.");

    public Option<string> RunId { get; } = CliOption.Maybe("--run-id", "ID", "The id of this run in the result.", "a new one each time");

    /// <summary>Those that shape a report.</summary>
    public IReadOnlyList<Option> Reports => [Output, Template, ShowWaived, CsvBom];

    public IReadOnlyList<Option> All => [.. Reports, Unsorted, SaveSnapshot, Evidence, RunId];
}

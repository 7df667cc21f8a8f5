using System.CommandLine;
using ImsAudit.Cli.Configuration;
using ImsAudit.Cli.Options;

namespace ImsAudit.Cli.Comparing;

/// <summary>The options that <c>diff</c> alone has. They have no key in the configuration: what is configured there is about scans.</summary>
internal sealed class DiffOptions
{
    private static readonly string[] s_languages = ["en", "zh"];

    private readonly Option<string> _oldSnapshot = CliOption.Maybe("--old-snapshot", "FILE",
        "The snapshot that the result OLD was made from, to show what became of the images too. Needs --new-snapshot.", "none");

    private readonly Option<string> _newSnapshot = CliOption.Maybe("--new-snapshot", "FILE", "The snapshot that the result NEW was made from. Needs --old-snapshot.", "none");

    private readonly Option<string> _language = CliOption.Maybe("--lang", "en|zh", "The language of the headings.", "that of the result NEW; en for snapshots");

    public Option<bool> AllFields { get; } = CliOption.Flag("--all-fields", "Compare every field of images, not only those that the policies read.");

    public Option<string[]> Output { get; } = DiffOutputs.Option();

    public IReadOnlyList<Option> All => [_oldSnapshot, _newSnapshot, AllFields, Output, _language];

    /// <summary>Null when none are given; one alone is noted.</summary>
    public (string Old, string New)? Snapshots(Settings settings)
    {
        var (old, @new) = (settings.Text(_oldSnapshot), settings.Text(_newSnapshot));
        if (old is not null && @new is not null) return (old, @new);
        if (old is not null || @new is not null) settings.Mistake("--old-snapshot and --new-snapshot go together: one alone cannot be compared.");
        return null;
    }

    /// <summary>Null when it is not given.</summary>
    public string? Language(Settings settings) => settings.IsGiven(_language) ? settings.Choice(_language, s_languages) : null;
}

using System.Security.Cryptography;
using ImsAudit.Evidence;
using ImsAudit.Results;

namespace ImsAudit.Cli.Proving;

/// <summary>What <c>verify</c> says.</summary>
internal static class ProofSentences
{
    public const string NotMadeAgain = "The scan was not made again, since what it was made from is not as it was.";

    public static string Head(string folder, AuditResult result) =>
        $"{folder}: evidence of run {result.Run.Id} as of {Json.SafeJson.Time(result.Run.AsOf)}, by {result.Tool.Name} {result.Tool.Version}; "
        + $"{result.Run.Completeness switch { Inventories.Completeness.Complete => "complete", Inventories.Completeness.Incomplete => "INCOMPLETE", _ => "completeness not known" }}, exit code {result.Summary.Gate.ExitCode}.";

    public static string OtherVersion(ToolInfo kept) =>
        $"It was made by {kept.Name} {kept.Version}, and this is {Product.NameAndVersion}: where only the report or the result come out otherwise, that may be the reason. Take version {kept.Version} to know.";

    public static string AgesAreKept => "Since when findings are open was told by a history, which is no part of the evidence: it is taken from result.json.";

    public static string OnLine(long line) => $"is made otherwise from line {line:N0} on when the scan is made again";

    public static string Proven(int files) =>
        $"PROVEN: all {files} files are as the manifest says, and the result and the report come out the same, byte for byte.";

    public static string NotProven(int differences) => $"NOT PROVEN: {(differences == 1 ? "1 difference" : $"{differences} differences")}.";

    /// <summary>A manifest vouches for the other files; who vouches for the manifest is not in the folder.</summary>
    public static string Anchor(string folder) =>
        $"The SHA-256 of {EvidenceNames.Manifest} is {HashOf(folder)}: compare it with the one that the scan said.";

    public static string HashOf(string folder) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, EvidenceNames.Manifest))));
}

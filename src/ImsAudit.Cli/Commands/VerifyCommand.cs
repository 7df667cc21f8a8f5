using System.CommandLine;
using ImsAudit.Cli.Outputs;
using ImsAudit.Cli.Proving;
using ImsAudit.Evidence;

namespace ImsAudit.Cli.Commands;

/// <summary><c>verify</c>: proves what <c>scan --evidence</c> kept.</summary>
internal static class VerifyCommand
{
    private const string About =
        "Prove what scan --evidence DIR kept: every file is as the manifest says, none is missing, none is added, and the kept images, judged again by the kept policies, give the same result and the same report, byte for byte. "
        + "Exit with 0 when it is proven, 1 when anything differs, 2 when it is no evidence folder. "
        + "What is not judged again: the moment, run id and times, notes of the collection, and since when findings are open, all of which are the kept result's.";

    public static Command Create(BindCommand bind)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder that scan --evidence DIR wrote." };
        var command = new Command("verify", About) { folder };
        bind(command, (invocation, parse) => RunAsync(invocation, parse.GetRequiredValue(folder)));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation, string folder)
    {
        invocation.Settings.Check();
        var path = invocation.Surroundings.PathOf(folder);
        var proof = await ProveAsync(invocation, folder, path);
        using var text = new PlainText(invocation.Surroundings);
        if (proof.Result is { } result) text.Line(ProofSentences.Head(folder, result));
        if (proof.Manifest.Tool != Product.Tool) text.Line(ProofSentences.OtherVersion(proof.Manifest.Tool));
        if (proof is { MadeAgain: true, Result: { } made } && made.Findings.Any(finding => finding.FirstSeen is not null)) text.Line(ProofSentences.AgesAreKept);
        foreach (var difference in proof.Differences) text.Line(difference.ToString());
        if (!proof.MadeAgain) text.Line(ProofSentences.NotMadeAgain);
        if (proof.Differences.Count == 0 && proof.MadeAgain) text.Line(ProofSentences.Anchor(path));
        text.Line(proof.Differences.Count == 0 && proof.MadeAgain ? ProofSentences.Proven(proof.Manifest.Files.Count) : ProofSentences.NotProven(proof.Differences.Count));
        return proof.Differences.Count == 0 && proof.MadeAgain ? ExitCode.Clean : ExitCode.Violations;
    }

    private static async Task<Proof> ProveAsync(Invocation invocation, string folder, string path)
    {
        try
        {
            return await Proof.OfAsync(invocation, path);
        }
        catch (EvidenceException wrong)
        {
            throw new UserMistakeException($"{folder} is no evidence folder: {wrong.Message}");
        }
    }
}

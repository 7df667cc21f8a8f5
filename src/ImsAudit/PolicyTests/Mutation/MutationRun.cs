using ImsAudit.Json;

namespace ImsAudit.PolicyTests.Mutation;

/// <summary>Whether the cases of policies notice when the policies are changed.</summary>
public static class MutationRun
{
    /// <summary>Makes every mutant of every policy and runs the cases on it until one comes out otherwise than expected.</summary>
    /// <param name="tests">Cases that all come out as expected; on others nothing can be told.</param>
    public static async Task<MutationReport> OfAsync(PolicyTestReport tests, CancellationToken cancellationToken = default)
    {
        var count = 0;
        var survivors = new List<Survivor>();
        foreach (var cases in tests.Cases)
        {
            foreach (var mutant in PolicyMutator.MutantsOf(cases.Policy.Source))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var mistakes = new Mistakes();
                var noticed = await IsNoticedAsync(cases, mutant, mistakes);
                // What is no policy any more is refused when it is loaded, and needs no case.
                if (mistakes.All.Count > 0) continue;
                count++;
                if (!noticed) survivors.Add(new Survivor(cases.Policy.File, mutant.At.Position, cases.Policy.Id, mutant.What));
            }
        }
        return new MutationReport(count, survivors);
    }

    private static async Task<bool> IsNoticedAsync(PolicyCases cases, Mutant mutant, Mistakes mistakes)
    {
        await foreach (var run in cases.RunAsync(mutant.Policy, mistakes))
            if (run.Outcome != run.Case.Expect)
                return true;
        return false;
    }
}

/// <param name="Mutants">How many changes were made.</param>
/// <param name="Survivors">Those that no case noticed.</param>
public sealed record MutationReport(int Mutants, IReadOnlyList<Survivor> Survivors);

/// <summary>A change of a policy that no case notices.</summary>
/// <param name="Position">What is changed.</param>
public sealed record Survivor(string File, TextPosition Position, string Policy, string What)
{
    public override string ToString() => $"{File}:{Position.Line}:{Position.Column}: {Policy}: no case notices when {What}";
}

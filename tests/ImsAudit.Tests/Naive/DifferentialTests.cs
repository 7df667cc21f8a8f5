using System.Text;
using System.Text.Json;
using CsCheck;
using ImsAudit.Evaluation;
using ImsAudit.Images;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Tests.Naive;

/// <summary>The evaluator of the product against the naive one: 1,000 random policies, each over 1,000 random images.</summary>
public class DifferentialTests
{
    private const int Rounds = 10;
    private const int PoliciesARound = 100;
    private const int Images = 1000;

    private static readonly Gen<string> Assertion = Gen.Select(Pick.Of("require", "forbid"), AnyPolicy.Condition, (kind, condition) => $"\"{kind}\":{condition}");

    private static readonly Gen<string> Policy = Gen.Select(
        Gen.Frequency((4, Gen.Const("")), (1, Gen.Const("\"categories\":[\"private\",\"shared-pending\",\"market\"],"))),
        Gen.Frequency((3, Gen.Const("")), (1, AnyPolicy.Condition.Select(when => $"\"when\":{when},"))),
        Assertion,
        (categories, when, assertion) => $"\"title\":\"t\",\"severity\":\"low\",\"message\":\"m\",\"parameters\":{{{AnyPolicy.Parameters}}},{categories}{when}{assertion}");

    [Fact]
    public void Random_policies_come_out_for_random_images_as_the_naive_evaluator_says()
    {
        var differences = new List<string>();

        Gen.Select(NaiveWorlds.Images(Images), Policy.Array[PoliciesARound], Gen.Bool).Sample(
            (images, policies, complete) =>
            {
                var found = Differences(images, policies, complete);
                lock (differences) differences.AddRange(found);
            },
            iter: Rounds);

        differences.Take(10).ShouldBeEmpty($"{differences.Count} differences");
    }

    private static List<string> Differences(Image[] images, string[] bodies, bool complete)
    {
        var sources = bodies.Select((body, index) => $"{{\"id\":\"p{index:000}\",{body}}}").ToList();
        var files = sources.Select((source, index) => NaiveWorlds.File($"p{index:000}.policy.json", source));
        var (set, errors) = PolicyLoader.LoadAsync([new PolicyLayer("random", [.. files, .. NaiveWorlds.References])], []).GetAwaiter().GetResult();
        if (set is null) return [.. errors.Select(error => $"{error}\n{sources[int.Parse(error.File.AsSpan(1, 3), System.Globalization.CultureInfo.InvariantCulture)]}")];
        var outcomes = new Dictionary<(string, string), Outcome>();
        var evaluator = new PolicyEvaluator(set, NaiveWorlds.InventoryOf(images, complete), (NaiveWorlds.AsOf, "en"), finding => outcomes[(finding.Policy, finding.Image!.Id)] = finding.Outcome);
        evaluator.RunAsync().GetAwaiter().GetResult();
        var counts = evaluator.Results("en").ToDictionary(result => result.Id, result => (result.Pass, result.NotApplicable));
        var world = NaiveWorlds.Of(images, complete);
        return [.. sources.SelectMany(source => Compare(new NaivePolicy(JsonDocument.Parse(source).RootElement, world), world, outcomes, counts))];
    }

    /// <summary>Fails and errors are compared image by image; passes and not applicables, of which there are no findings, are counted.</summary>
    private static IEnumerable<string> Compare(
        NaivePolicy policy, NaiveWorld world, Dictionary<(string, string), Outcome> outcomes, Dictionary<string, (long Pass, long NotApplicable)> counts)
    {
        var id = policy.Json.GetProperty("id").GetString()!;
        var (pass, notApplicable) = (0L, 0L);
        foreach (var image in world.Images)
        {
            var expected = policy.Judge(image);
            if (expected == Outcome.Pass) pass++;
            if (expected == Outcome.NotApplicable) notApplicable++;
            Outcome? actual = outcomes.TryGetValue((id, image.Image.Id), out var found) ? found : null;
            if (actual == (expected is Outcome.Fail or Outcome.Error ? expected : null)) continue;
            yield return $"naive {expected}, evaluator {actual?.ToString() ?? "pass or not applicable"}\n  {policy.Json.GetRawText()}\n  {Encoding.UTF8.GetString(image.Image.Json.Span)}\n  {image.Image.Scope} {image.Image.Categories}";
            yield break;
        }
        if (counts[id] != (pass, notApplicable))
            yield return $"{policy.Json.GetRawText()}: {(pass, notApplicable)} pass and are not applicable, the evaluator says {counts[id]}";
    }
}

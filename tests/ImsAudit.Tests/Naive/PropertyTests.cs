using CsCheck;
using ImsAudit.Evaluation;
using ImsAudit.Images;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Tests.Naive;

/// <summary>What must hold of every policy set, whatever it says.</summary>
public class PropertyTests
{
    private static readonly string Head = $"\"title\":\"t\",\"severity\":\"low\",\"message\":\"m\",\"parameters\":{{{AnyPolicy.Parameters}}}";

    private static readonly Gen<string> Group = Gen.Select(
        Pick.Of("[]", "[\"@cloud\",\"f\"]", "[\"g\"]", "[{\"field\":\"f\",\"capture\":\"^(.)\"}]"),
        AnyPolicy.Condition,
        Pick.Of("{\"count\":{\"atMost\":2}}", "{\"count\":0}", "{\"keepNewest\":1,\"orderBy\":\"created_at\"}"),
        (by, where, require) => $"{Head},\"group\":{{\"by\":{by},\"where\":{where},\"require\":{require}}}");

    private static readonly Gen<string> Single = AnyPolicy.Condition.Select(condition => $"{Head},\"require\":{condition}");

    private static readonly Gen<(Image[] Images, string[] Policies, int Seed)> Anything =
        Gen.Select(NaiveWorlds.Images(40), Gen.OneOf(Single, Group).Array[8], Gen.Int, (images, policies, seed) => (images, policies, seed));

    [Fact]
    public void Order_of_files_changes_neither_findings_nor_the_hash() => Anything.Sample(any =>
    {
        var files = FilesOf(any.Policies);
        var (set, shuffled) = (Load(files), Load([.. files.Reverse()]));

        PolicySetHash.Of(shuffled).ShouldBe(PolicySetHash.Of(set));
        Judge(shuffled, any.Images).ShouldBe(Judge(set, any.Images));
    }, iter: 10);

    [Fact]
    public void Order_of_images_changes_no_finding() => Anything.Sample(any =>
        Judge(Load(FilesOf(any.Policies)), [.. any.Images.OrderBy(image => (image.Id + any.Seed).GetHashCode(StringComparison.Ordinal))])
            .ShouldBe(Judge(Load(FilesOf(any.Policies)), any.Images)), iter: 10);

    [Fact]
    public void Policies_judged_together_or_one_by_one_find_the_same() => Anything.Sample(any =>
    {
        var set = Load(FilesOf(any.Policies));

        set.Policies.SelectMany(policy => Judge(set.Where(one => one == policy), any.Images)).Order(StringComparer.Ordinal)
            .ShouldBe(Judge(set, any.Images));
    }, iter: 10);

    [Fact]
    public void Images_judged_in_one_pass_or_in_many_find_the_same() => Gen.Select(NaiveWorlds.Images(40), Single.Where(policy => !policy.Contains("refersTo", StringComparison.Ordinal)).Array[8]).Sample((images, policies) =>
    {
        var set = Load(FilesOf(policies));

        images.Chunk(7).SelectMany(part => Judge(set, part)).Order(StringComparer.Ordinal).ShouldBe(Judge(set, images));
    }, iter: 10);

    [Fact]
    public void Not_X_is_the_opposite_of_X_for_every_policy() => Gen.Select(NaiveWorlds.Images(40), AnyPolicy.Condition.Array[8]).Sample((images, conditions) =>
    {
        var required = Load(FilesOf([.. conditions.Select(condition => $"{Head},\"require\":{{\"not\":{condition}}}")]));
        var forbidden = Load(FilesOf([.. conditions.Select(condition => $"{Head},\"forbid\":{condition}")]));

        Judge(required, images).ShouldBe(Judge(forbidden, images));
    }, iter: 10);

    private static PolicyFile[] FilesOf(string[] bodies) =>
        [.. bodies.Select((body, index) => NaiveWorlds.File($"p{index}.policy.json", $"{{\"id\":\"p{index}\",{body}}}")), .. NaiveWorlds.References];

    private static PolicySet Load(IReadOnlyList<PolicyFile> files)
    {
        var (set, errors) = PolicyLoader.LoadAsync([new PolicyLayer("random", files)], []).GetAwaiter().GetResult();
        errors.Select(error => error.ToString()).ShouldBeEmpty();
        return set!;
    }

    /// <summary>The findings as texts, sorted: which policy, what came out, for which images.</summary>
    private static List<string> Judge(PolicySet set, IReadOnlyList<Image> images)
    {
        var found = new List<Finding>();
        new PolicyEvaluator(set, NaiveWorlds.InventoryOf(images, complete: true), (NaiveWorlds.AsOf, "en"), found.Add).RunAsync().GetAwaiter().GetResult();
        return [.. found.Select(finding => $"{finding.Policy} {finding.Outcome} {finding.Fingerprint} {finding.Image?.Id} {string.Join(',', (finding.Images ?? []).Select(image => image.Id).Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal)];
    }
}

using System.Runtime.CompilerServices;
using System.Text;
using ImsAudit.Evaluation;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Tests.Evaluation;

/// <summary>Policies loaded from texts and run over images, as a scan does.</summary>
internal static class Judged
{
    public static readonly DateTimeOffset AsOf = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task<PolicySet> PoliciesAsync(params string[] policies)
    {
        var files = policies.Select((json, index) => new PolicyFile($"p{index}.policy.json", PolicyFileKind.Policy, Encoding.UTF8.GetBytes(json)));
        var (set, errors) = await PolicyLoader.LoadAsync([new PolicyLayer("test", [.. files])], []);
        errors.Select(error => error.ToString()).ShouldBeEmpty();
        return set!;
    }

    /// <summary>A policy of which only the members that matter are given.</summary>
    public static string Policy(string members) => $$"""{ "id": "p", "title": "t", "severity": "high", {{members}} }""";

    public static async Task<AuditResult> RunAsync(string policy, IInventory inventory, Func<AuditOptions, AuditOptions>? change = null) =>
        await RunAsync(await PoliciesAsync(policy), inventory, change);

    public static async Task<AuditResult> RunAsync(PolicySet policies, IInventory inventory, Func<AuditOptions, AuditOptions>? change = null)
    {
        var options = new AuditOptions { Tool = new ToolInfo("imsaudit", "0"), RunId = "run", AsOf = AsOf, StartedAt = AsOf };
        return await Audit.RunAsync(policies, inventory, change?.Invoke(options) ?? options, TimeProvider.System);
    }
}

/// <summary>An inventory in memory; complete, with every category asked for, unless said otherwise.</summary>
internal sealed class SomeInventory(params Image[] images) : IInventory
{
    public Completeness Completeness { get; init; } = Completeness.Complete;

    public CategorySet Asked { get; init; } = CategorySet.All;

    public CategorySet Failed { get; init; } = CategorySet.Empty;

    public bool Filtered { get; init; }

    public ImageScope Scope { get; init; } = Some.Scope;

    public IReadOnlyList<Listing> Listings => Completeness == Completeness.NotKnown ? [] : [.. Asked.Select(category => new Listing
    {
        Scope = Scope,
        Category = category,
        Query = Filtered ? "q&name=n" : "q",
        Pages = 1,
        Images = 1,
        Complete = !Failed.Contains(category),
        Error = Failed.Contains(category) ? "it failed" : null,
        Filtered = Filtered,
    })];

    public ScannedProjects Projects { get; init; } = new(Some.Scope);

    public IReadOnlyList<string> Notes => [];

    public string? SnapshotSha256 => null;

    public async IAsyncEnumerable<Image> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var image in images) yield return image;
    }
}

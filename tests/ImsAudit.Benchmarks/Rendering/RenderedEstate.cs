using ImsAudit.Benchmarks.Compare;
using ImsAudit.Benchmarks.Estates;
using ImsAudit.Evaluation;
using ImsAudit.Images;
using ImsAudit.Policies;
using ImsAudit.Results;
using ImsAudit.Snapshots;

namespace ImsAudit.Benchmarks.Rendering;

/// <summary>A result of the generated estate, judged by the policies of <c>compare</c>.</summary>
internal static class RenderedEstate
{
    private static readonly DateTimeOffset s_asOf = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="see">Gets the images as lines of JSON; null when nobody asks.</param>
    public static async Task<AuditResult> ResultAsync(int images, Action<IEnumerable<string>>? see = null)
    {
        var file = Path.GetTempFileName();
        try
        {
            GeneratedEstate.Write(file, images, CompareOptions.Seed);
            see?.Invoke(File.ReadLines(file));
            using var inventory = await InventoryFiles.OpenAsync([file], new FromOptions(ImageScope.Unknown, Stream.Null, Path.GetTempPath()), CancellationToken.None);
            var options = new AuditOptions { Tool = new ToolInfo("imsaudit", "0"), RunId = "run", AsOf = s_asOf, StartedAt = s_asOf };
            return await Audit.RunAsync(await PoliciesAsync(), inventory, options, TimeProvider.System);
        }
        finally
        {
            File.Delete(file);
        }
    }

    public static async Task<PolicySet> PoliciesAsync()
    {
        var (layer, unread) = PolicyFolder.Read(Path.Combine(AppContext.BaseDirectory, "Compare", "policies"));
        var (set, errors) = await PolicyLoader.LoadAsync([layer], []);
        return set ?? throw new InvalidOperationException(string.Join("\n", [.. unread, .. errors]));
    }
}

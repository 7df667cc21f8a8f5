using System.Globalization;
using ImsAudit.Cli.Outputs;
using ImsAudit.Waivers;

namespace ImsAudit.Cli.Waiving;

/// <summary>Waivers as a table.</summary>
internal static class WaiverTable
{
    private static readonly string[] s_head = ["state", "policy", "for", "owner", "expires", "ticket", "reason"];

    public static void Write(Invocation invocation, WaiverReview review) =>
        ColumnTable.Write(invocation, s_head, [.. review.Waivers.Select(waiver => Row(waiver.Waiver, waiver.State))]);

    private static string[] Row(Waiver waiver, WaiverState state) =>
    [
        state.Name(),
        waiver.Policy.Pattern,
        waiver.Target.Text,
        waiver.Owner,
        waiver.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        waiver.Ticket ?? "",
        waiver.Reason,
    ];
}

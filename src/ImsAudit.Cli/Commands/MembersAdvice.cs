using ImsAudit.Cli.Sources;
using ImsAudit.Fields;
using ImsAudit.Policies;

namespace ImsAudit.Cli.Commands;

/// <summary>Says once, before many images cannot be decided, that policies read what is not being collected.</summary>
internal static class MembersAdvice
{
    private const int MostNames = 5;

    public static void Say(Invocation invocation, ImageSource source, PolicySet policies)
    {
        if (source is not EndpointSource { AsksMembers: false }) return;
        var reading = policies.Policies.Where(policy => policy.Slots.Any(slot => policies.Fields.Names[slot].StartsWith(FieldCatalogue.MembersPrefix, StringComparison.Ordinal))).Select(policy => policy.Id).ToList();
        if (reading.Count == 0) return;
        var names = string.Join(", ", reading.Take(MostNames)) + (reading.Count > MostNames ? $" and {reading.Count - MostNames} more" : "");
        invocation.Log.Warning($"whom our own images are shared out to (@members) is not collected, so that {names} cannot be decided for those that are shared: give --members.");
    }
}

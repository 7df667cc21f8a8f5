using ImsAudit.Simulator.Estates;
using static ImsAudit.Simulator.Samples.RegularImages;

namespace ImsAudit.Simulator.Samples;

/// <summary>Images that break one rule each, so that every built-in policy has something to find.</summary>
internal static class Violations
{
    private const string Own = SampleProjects.Production;

    public static IReadOnlyList<Func<SampleContext, ImageDraft>> All { get; } =
    [
        context => SharedIn(context, Own, MemberStatus.Pending).Set("name", "please-use-this-image"),
        context => SharedIn(context, Own, MemberStatus.Rejected).Set("name", "rejected-but-still-there"),
        context => Private(context, Own).Set("name", "published-by-mistake").Set("visibility", "public"),
        context => Private(context, Own).Set("name", "golden-web-server").Tags("owner=platform", "golden").Set("protected", false),
        context => Private(context, Own).Set("name", "golden-database-server").Tags("owner=platform", "golden").Set("protected", true),
        context => Server(context).Set("name", "legacy-boot").Set("hw_firmware_type", "bios"),
        context => Server(context).Set("name", "legacy-boot-unsaid").Without("hw_firmware_type"),
        context => Server(context).Set("name", "unencrypted-customer-data").Without("__system__cmkid"),
        context => Server(context).Set("name", "unencrypted-empty-key").Set("__system__cmkid", ""),
        context => Server(context).Set("name", "end-of-life-centos").Set("__platform", "CentOS").Set("__os_type", "Linux").Set("__os_version", "CentOS 7.6 64bit"),
        context => Server(context).Set("name", "end-of-life-32-bit").Set("__os_bit", "32").Set("__os_version", "Ubuntu 14.04 server 32bit").Set("__platform", "Ubuntu"),
        Stale,
        context => Server(context).Set("name", "no-security-agent").Without("__support_agent_list"),
        context => Server(context).Set("name", "monitoring-only").Set("__support_agent_list", "ces"),
        context => Private(context, Own).Set("name", "secret-in-description").Set("__description", FakeSecret()),
        context => Private(context, Own).Set("name", "nobody-owns-this").Tags("env=production"),
        context => Private(context, Own).Set("name", "no-tags-at-all").Tags(),
        context => Private(context, Own).Set("name", "default-enterprise-project").Set("enterprise_project_id", "0"),
        context => Private(context, Own).Set("name", "no-enterprise-project").Without("enterprise_project_id"),
        context => Market(context).Set("name", "appliance-off-the-shelf").Set("__is_offshelved", "true"),
        context => Market(context).Set("name", "appliance-off-the-shelf-2").Set("__is_offshelved", "True"),
        context => Variants.Arm(Server(context)).Set("name", "arm-with-bios").Set("hw_firmware_type", "bios"),
        context => Server(context).Set("name", "no-cloud-init").Set("__support_fc_inject", "true"),
        context => Server(context).Set("name", "gpu-and-kvm").Set("__support_kvm_gpu_type", "V100_vGPU").Set("__support_kvm", "true"),
        context => Private(context, Own).Set("name", "upload-failed").Set("status", "killed"),
        context => Private(context, Own).Set("name", "upload-forgotten").Set("status", "queued").Without("active_at"),
        context => Private(context, Own).Set("name", "still-saving").Set("status", "saving").Without("active_at"),
        context => Private(context, Own).Set("name", "same-name-twice"),
        context => Private(context, Own).Set("name", "same-name-twice"),
        context => Server(context).Set("name", "tiny-disk").Set("min_disk", 10),
        context => Server(context).Set("name", "ram-upside-down").Set("min_ram", 65536).Set("max_ram", "4096"),
        context => Server(context).Set("name", "imported-without-a-word").Set("__root_origin", "file").Set("__description", ""),
        context => Private(context, Own).Set("name", "parent-is-gone").Set("__originalimagename", context.Random.Uuid()),
        context => Public(context).Set("name", "CentOS 7.9 64bit hardened"),
        context => SharedIn(context, Own, MemberStatus.Accepted).Set("name", "CentOS 7.9 64bit hardened"),
    ];

    /// <summary>An own image of a server's system disk, with whatever variant chance gave it undone.</summary>
    internal static ImageDraft Server(SampleContext context)
    {
        var system = context.AnySystem(0);
        return Private(context, Own).Set("virtual_env_type", "FusionCompute").Set("disk_format", "zvhd2")
            .Set("__os_type", system.Type).Set("__platform", system.Platform).Set("__os_version", system.Version).Set("__os_bit", "64")
            .Set("hw_firmware_type", "uefi").Set("__support_kvm", "true").Set("__support_agent_list", "hss,ces").Without("__support_arm");
    }

    private static ImageDraft Stale(SampleContext context)
    {
        var created = context.Ago(900, 1100);
        return Server(context).Set("name", "stale-since-years").Set("created_at", SampleContext.Time(created))
            .Set("updated_at", SampleContext.Time(created)).Without("active_at");
    }

    /// <summary>Looks like a secret and is none. It is put together here so that no scanner of source text takes it for one.</summary>
    private static string FakeSecret() => $"temporary login: pass{"word"}={"not-a-real-"}{"Secret-9f8e7d6c"}, remove before release";
}

using ImsAudit.Simulator.Estates;
using static ImsAudit.Simulator.Samples.RegularImages;
using static ImsAudit.Simulator.Samples.Violations;

namespace ImsAudit.Simulator.Samples;

/// <summary>Images that are in order but write it down oddly: what was seen in recorded responses (<c>ims-api.md</c>, 4), and the rarer fields of table 2.</summary>
internal static class Quirks
{
    private const string Own = SampleProjects.Production;

    public static IReadOnlyList<Func<SampleContext, ImageDraft>> All { get; } =
    [
        context => Server(context).Set("__isregistered", "True").Set("__support_kvm", "True").Set("__support_xen", "True").Set("hw_vif_multiqueue_enabled", "True"),
        context => Server(context).Set("__lazyloading", true).Set("__system_support_market", false),
        context => Server(context).Set("__backup_id", "").Set("__productcode", "").Set("__account_code", "").Set("__description", ""),
        context => Server(context).Set("__data_origin", null).Set("virtual_size", null).Set("deleted", false).Set("deleted_at", null),
        context => Server(context).Set("__description", null).Set("checksum", null),
        context => Server(context).Set("disk_format", "zvhd2").Set("max_ram", ""),
        context => Server(context).Set("max_ram", "0").Set("min_ram", 0),
        context => Server(context).Set("__os_feature_list", "{\"nic_hotplug\":\"true\", \"disk_hot"),
        context => Server(context).Set("__os_feature_list", ""),
        context => Server(context).Set("size", 0).Set("checksum", "d41d8cd98f00b204e9800998ecf8427e").Set("__image_size", "9056976896"),
        context => Server(context).Set("name", "COPY_远程授权激活系统镜像文件"),
        context => Server(context).Set("__platform", "中标麒麟").Set("__os_version", "NeoKylin Server release 5.0 U2 64bit"),
        context => Server(context).Set("__platform", "Other").Set("__os_version", "Other(32 bit)").Set("__os_bit", "32"),
        context => Server(context).Set("__platform", "OracleLinux").Set("__os_version", "Oracle Linux Server release 9.4 64bit").Set("__os_type", "Linux"),
        context => Server(context).Tags("owner.finance", "env.production"),
        context => Server(context).Tags("owner=", "test-key=copy_2025-03-26"),
        context => Server(context).Set("__support_largememory", "true").Set("__support_diskintensive", "true").Set("__support_highperformance", "true"),
        context => Server(context).Set("__support_xen_gpu_type", "M60_vGPU").Without("__support_kvm", "__support_xen"),
        context => Server(context).Set("__support_kvm_gpu_type", "P2V_V100").Without("__support_kvm", "__support_xen"),
        context => Server(context).Set("__support_xen_hana", "true").Without("__support_kvm", "__support_xen"),
        context => Server(context).Set("__support_kvm_infiniband", "true").Set("__support_kvm_fpga_type", "VU9P"),
        context => Server(context).Set("__image_location", "sim-region-1:images:7104a5c9").Set("__support_fc_inject", "false"),
        context => Server(context).Set("__image_displayname", "Shown name").Set("os_shutdown_timeout", 120).Set("_sys_enterprise_project_id", "0"),
        context => Server(context).Set("__support_arm", "false").Set("__support_amd", "false").Set("__is_config_init", "False"),
        context => Variants.Iso(Server(context)).Set("name", "installer-debian-13"),
        context => Variants.DataDisk(Server(context)).Set("name", "data-disk-seed"),
        context => Variants.BareMetal(Server(context)).Set("name", "bare-metal-node"),
        context => Variants.Arm(Server(context)).Set("name", "kunpeng-node"),
        context => Server(context).Set("__isregistered", "false").Set("name", "not-registered-yet").Set("status", "queued"),
        context => Server(context).Set("__whole_image", true).Set("__backup_id", context.Random.Uuid()),
        context => Public(context).Without("hw_firmware_type"),
        context => Market(context).Set("__account_code", "").Without("active_at"),
        context => SharedOut(context, Own).SharedWith(SampleProjects.Development, MemberStatus.Pending),
        context => SharedOut(context, Own).SharedWith(SampleProjects.Development, MemberStatus.Accepted).SharedWith(SampleProjects.Research, MemberStatus.Rejected),
    ];
}

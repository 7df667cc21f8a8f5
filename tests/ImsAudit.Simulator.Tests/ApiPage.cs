namespace ImsAudit.Simulator.Tests;

/// <summary>What the API page lists, copied from it and from nowhere else.</summary>
internal static class ApiPage
{
    public static IReadOnlyList<string> Table2 { get; } =
    [
        "__backup_id", "__data_origin", "__description", "__image_location", "__image_size", "__image_source_type",
        "__is_config_init", "__isregistered", "__lazyloading", "__originalimagename", "__imagetype", "protected",
        "virtual_env_type", "virtual_size", "visibility", "owner", "id", "status", "name", "container_format", "disk_format",
        "min_ram", "max_ram", "min_disk", "__os_bit", "__os_feature_list", "__platform", "schema", "self", "size", "__os_type",
        "__os_version", "tags", "__support_kvm", "__support_xen", "__support_largememory", "__support_diskintensive",
        "__support_highperformance", "__support_xen_gpu_type", "__support_kvm_gpu_type", "__support_xen_hana",
        "__support_kvm_infiniband", "__productcode", "__root_origin", "__sequence_num", "__support_fc_inject", "__is_offshelved",
        "created_at", "updated_at", "active_at", "checksum", "hw_firmware_type", "file", "enterprise_project_id",
        "__support_arm", "__support_agent_list", "__account_code", "__support_amd", "__system__cmkid",
        "hw_vif_multiqueue_enabled",
    ];
}

namespace ImsAudit.Simulator.Samples;

/// <summary>What makes of a system-disk image for x86 servers something else.</summary>
internal static class Variants
{
    public static void Any(ImageDraft draft, SeededRandom random)
    {
        var roll = random.Below(100);
        if (roll < 4) Iso(draft);
        else if (roll < 10) DataDisk(draft);
        else if (roll < 13) BareMetal(draft);
        else if (roll < 19) Arm(draft);
        else if (roll < 24) draft.Set("__support_amd", "true");
    }

    public static ImageDraft Arm(ImageDraft draft) =>
        draft.Set("__support_arm", "true").Set("hw_firmware_type", "uefi").Without("__support_kvm");

    /// <summary>ISO images cannot be encrypted and carry no agents.</summary>
    public static ImageDraft Iso(ImageDraft draft) => draft
        .Set("virtual_env_type", "IsoImage").Set("disk_format", "iso")
        .Without("__system__cmkid", "__support_agent_list", "__support_kvm", "hw_firmware_type", "__originalimagename");

    public static ImageDraft DataDisk(ImageDraft draft) => draft
        .Set("virtual_env_type", "DataImage").Set("__os_type", "Other")
        .Without("__os_version", "__platform", "__os_bit", "__os_feature_list", "__support_agent_list", "hw_firmware_type", "__support_kvm");

    public static ImageDraft BareMetal(ImageDraft draft) =>
        draft.Set("virtual_env_type", "Ironic").Set("__support_s4l", "true");
}

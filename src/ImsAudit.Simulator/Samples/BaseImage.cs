using System.Globalization;

namespace ImsAudit.Simulator.Samples;

/// <summary>The fields that every image has, in good order.</summary>
internal static class BaseImage
{
    // The checksum and size of the stub that stands for every real image file: the md5 of "{}" and of nothing.
    private const string StubChecksum = "99914b932bd37a50b983c5e7c90ae93b";
    private const string EmptyChecksum = "d41d8cd98f00b204e9800998ecf8427e";

    private const string Features =
        "{\"nic_hotplug\":\"true\", \"disk_hotplug\": \"true\", \"user_data\": \"true\", \"ssh_key\": \"true\", \"hostname_inject\": \"true\", \"onekey_resetpasswd\": \"true\"}";

    /// <param name="created">When it was made; it was active and last changed a little later.</param>
    public static ImageDraft Make(SampleContext context, string owner, OperatingSystem system, DateTimeOffset created)
    {
        var random = context.Random;
        var id = random.Uuid();
        var minutes = random.Between(4, 50);
        var draft = new ImageDraft()
            .Set("schema", "/v2/schemas/image")
            .Set("id", id)
            .Set("owner", owner)
            .Set("name", $"{system.Short}-{context.Begin():D5}")
            .Set("status", "active")
            .Set("created_at", SampleContext.Time(created))
            .Set("updated_at", SampleContext.Time(created.AddMinutes(minutes + random.Below(20))))
            .Set("active_at", SampleContext.Time(created.AddMinutes(minutes)))
            .Set("self", $"/v2/images/{id}")
            .Set("file", $"/v2/images/{id}/file")
            .Set("protected", false)
            .Tags();
        SetFormat(draft, random);
        SetSystem(draft, system);
        return draft;
    }

    private static void SetFormat(ImageDraft draft, SeededRandom random)
    {
        var stub = random.Chance(70);
        draft.Set("container_format", "bare")
            .Set("disk_format", random.Chance(75) ? "zvhd2" : random.Pick(["vhd", "zvhd", "qcow2", "raw"]))
            .Set("min_disk", random.Pick([40, 40, 40, 50, 80, 100]))
            .Set("min_ram", random.Pick([0, 0, 1024, 2048]))
            .Set("max_ram", random.Chance(70) ? "0" : random.Pick(["", "32768", "65536"]))
            .Set("size", stub ? 2 : 0)
            .Set("checksum", stub ? StubChecksum : EmptyChecksum)
            .Set("__image_size", (random.Between(700, 20_000) * 1_048_576L).ToString(CultureInfo.InvariantCulture))
            .Set("__image_source_type", "uds")
            .Set("__isregistered", "true")
            .Set("__lazyloading", random.Chance(60) ? "true" : "True");
        if (random.Chance(50)) draft.Set("virtual_size", null);
        else draft.Set("virtual_size", 0);
    }

    private static void SetSystem(ImageDraft draft, OperatingSystem system) => draft
        .Set("virtual_env_type", "FusionCompute")
        .Set("__os_type", system.Type)
        .Set("__platform", system.Platform)
        .Set("__os_version", system.Version)
        .Set("__os_bit", "64")
        .Set("__os_feature_list", Features)
        .Set("__support_kvm", "true")
        .Set("__support_agent_list", "hss,ces")
        .Set("hw_firmware_type", "uefi")
        .Set("hw_vif_multiqueue_enabled", "true")
        .Set("__is_config_init", "true");
}

using System.Text.Json.Nodes;

namespace ImsAudit.Cli.Tests.RealGlance;

/// <summary>What images are made of. Names are as people and attackers give them: they must come through as they are.</summary>
internal static class EstateImages
{
    private static readonly string[] s_names =
        ["ubuntu 24.04", "镜像 №1", "<script>alert(1)</script>", "a|b`c`", "=cmd|' /C calc'!A0", "line\none", "esc\u001b[31mred", "rtl\u202etxt", "quote\"back\\slash"];

    /// <summary>As IMS describes an image: <c>__imagetype</c> follows from whether it is shared.</summary>
    public static JsonObject Ims(string visibility, int number)
    {
        var image = Plain(visibility, number);
        image["__imagetype"] = visibility == "shared" ? "shared" : "private";
        image["__os_type"] = "Linux";
        image["__platform"] = number % 2 == 0 ? "Ubuntu" : "CentOS";
        image["__os_version"] = number % 2 == 0 ? "Ubuntu 22.04 server 64bit" : "CentOS 7.9 64bit";
        image["__isregistered"] = "true";
        image["__image_size"] = "9056976896";
        image["__support_kvm"] = number % 3 == 0 ? "True" : "true";
        image["__os_feature_list"] = """{"ssh_key": "true", "user_data": "true"}""";
        if (number % 5 == 0) image["__system__cmkid"] = $"00000000-0000-4000-8000-{number:d12}";
        return image;
    }

    /// <summary>As a provider publishes it: <c>gold</c> or <c>market</c>, visible to all, protected.</summary>
    public static JsonObject Published(string imageType, int number)
    {
        var image = Ims("public", number);
        image["__imagetype"] = imageType;
        image["protected"] = true;
        return image;
    }

    /// <summary>As a plain OpenStack has it, hidden from those who do not ask for hidden images.</summary>
    public static JsonObject Hidden(string visibility, int number)
    {
        var image = Plain(visibility, number);
        image["os_hidden"] = true;
        return image;
    }

    /// <summary>As a plain OpenStack has it.</summary>
    public static JsonObject Plain(string visibility, int number) => new()
    {
        ["name"] = s_names[number % s_names.Length],
        ["visibility"] = visibility,
        ["disk_format"] = number % 2 == 0 ? "qcow2" : "raw",
        ["container_format"] = "bare",
        ["min_disk"] = 10 + number,
        ["tags"] = new JsonArray($"number={number}"),
        ["hw_firmware_type"] = number % 4 == 0 ? "bios" : "uefi",
        ["protected"] = visibility == "public" && number % 2 == 0,
    };
}

using System.Globalization;
using System.Text;

namespace ImsAudit.Benchmarks.Estates;

/// <summary>
/// An estate out of a seed: NDJSON, an image of 45 fields a line, some 1.5 KB each; with the 25 policies of
/// <c>Compare/policies</c> 13% of what is judged is a finding.
/// </summary>
internal sealed class GeneratedEstate(int seed)
{
    private static readonly DateTime s_newest = new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly Random _random = new(seed);
    private readonly StringBuilder _line = new();

    public static void Write(string path, int images, int seed)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 20) { NewLine = "\n" };
        var estate = new GeneratedEstate(seed);
        for (var i = 0; i < images; i++) file.WriteLine(estate.Line(i));
    }

    private StringBuilder Line(int number)
    {
        var id = Id();
        var linux = Chance(70);
        var type = Pick("private", "private", "private", "gold", "shared", "market");
        var created = s_newest.AddSeconds(-_random.Next(500 * 86400));
        _line.Clear().Append('{');
        Text("id", id);
        Text("name", Name(number));
        WriteKind(type, linux);
        WriteTimes(created);
        WriteSizes();
        WriteSupport();
        WriteBulk(id, linux);
        _line.Length--;
        return _line.Append('}');
    }

    private void WriteKind(string type, bool linux)
    {
        Text("status", Chance(92) ? "active" : Pick("queued", "saving", "killed"));
        Raw("protected", Chance(70) ? "true" : "false");
        Text("visibility", type == "gold" || Chance(6) ? "public" : "private");
        Text("owner", Pick("0", "1", "2", "3", "0", "1", "2", "3", "0", "9") is var digit ? $"{digit}a1b2c3d4e5f60718293a4b5c6d7e8f{digit}" : "");
        Text("__imagetype", type);
        Text("__os_type", Chance(3) ? "Other" : linux ? "Linux" : "Windows");
        Text("__os_bit", Chance(98) ? Pick("64", "64", "64", "32") : "128");
        if (Chance(93)) Text("__platform", linux ? Pick("CentOS", "Ubuntu", "EulerOS", "Debian") : "Windows");
        Text("__os_version", linux ? Pick("CentOS 7.6 64bit", "CentOS 6.10 64bit", "Ubuntu 22.04 server 64bit", "EulerOS 2.10 64bit", "Debian 12 64bit", "Ubuntu 24.04 server 64bit") : "Windows Server 2022 Datacenter 64bit");
        Text("container_format", Chance(97) ? "bare" : "ovf");
        Text("disk_format", Chance(96) ? Pick("vhd", "zvhd", "zvhd2", "raw", "qcow2") : "iso");
    }

    private void WriteTimes(DateTime created)
    {
        Text("created_at", Time(created));
        Text("updated_at", Time(created.AddSeconds(_random.Next(300 * 86400))));
        Text("active_at", Time(created.AddSeconds(600)));
    }

    private void WriteSizes()
    {
        Raw("min_disk", Pick("40", "40", "40", "100", "200", "500", "20"));
        Raw("min_ram", Pick("1024", "2048", "4096", "512", "512", "512", "0"));
        if (Chance(90)) Text("max_ram", Chance(2) ? "unlimited" : Pick("262144", "131072", "65536", "524288", "1048576"));
        Text("__image_size", Chance(1) ? "n/a" : _random.NextInt64(1_000_000_000, 54_000_000_000).ToString(CultureInfo.InvariantCulture));
        Raw("virtual_size", "null");
        Raw("size", "0");
    }

    private void WriteSupport()
    {
        Text("__support_kvm", Chance(90) ? "true" : Pick("false", "True"));
        if (Chance(15)) Text("__support_xen", Pick("true", "false", "False"));
        if (Chance(10)) Text("__support_arm", Pick("true", "True", "false"));
        if (Chance(60)) Text("hw_firmware_type", Pick("uefi", "bios"));
        if (Chance(80)) Text("hw_vif_multiqueue_enabled", Pick("true", "True", "true", "false"));
        Text("__support_largememory", "true");
        Text("__support_diskintensive", "true");
        Text("__support_highperformance", "true");
    }

    private void WriteBulk(string id, bool linux)
    {
        if (Chance(55)) Text("__system__cmkid", Id());
        Raw("tags", Pick("[\"env=prod\",\"team=web\"]", "[\"env=test\",\"team=data\"]", "[\"env=prod\"]", "[\"env=test\",\"cost=4711\"]", "[\"env=dev\",\"team=web\"]", "[]"));
        Text("__description", Chance(85) ? Pick("Golden image, built by the pipeline", "Base image of the web team", "Hardened by the baseline 4.2") : "");
        Text("enterprise_project_id", Chance(88) ? Id() : "0");
        Text("__backup_id", Id());
        Text("__data_origin", $"server_backup,{Id()}");
        Text("__image_location", $"cn-north-4:0a1b2c3d4e5f60718293a4b5c6d7e8f0:{id}/image.zvhd2");
        Text("__image_source_type", "uds");
        Text("__is_config_init", "true");
        Text("__isregistered", "true");
        Text("__lazyloading", "true");
        Text("__originalimagename", Id());
        Text("__os_feature_list", linux ? "{\\\"onekey_resource\\\":\\\"hss_agent\\\"}" : "{}");
        Text("virtual_env_type", "FusionCompute");
        Text("schema", "/v2/schemas/image");
        Text("self", $"/v2/images/{id}");
        Text("file", $"/v2/images/{id}/file");
        Text("checksum", Id().Replace("-", "", StringComparison.Ordinal));
        Raw("os_hidden", "false");
        Text("__root_origin", "file");
        Text("__sequence_num", "0");
        Text("hypervisor_type", "kvm");
    }

    private string Name(int number) => Chance(90)
        ? $"{Pick("web", "db", "base", "test", "gpu")}-{Pick("centos", "ubuntu", "windows", "euler")}-{number:x6}"
        : $"My Image {number:x6}";

    private string Id()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    private bool Chance(int percent) => _random.Next(100) < percent;

    private string Pick(params ReadOnlySpan<string> choices) => choices[_random.Next(choices.Length)];

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private void Text(string name, string value) => _line.Append('"').Append(name).Append("\":\"").Append(value).Append("\",");

    private void Raw(string name, string value) => _line.Append('"').Append(name).Append("\":").Append(value).Append(',');
}

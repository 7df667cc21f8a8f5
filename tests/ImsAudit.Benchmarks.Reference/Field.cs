namespace ImsAudit.Benchmarks.Reference;

/// <summary>The fields that the 25 policies read.</summary>
internal enum Field
{
    Id = 0,
    Name,
    Status,
    Protected,
    SupportArm,
    Firmware,
    ImageType,
    Visibility,
    MinDisk,
    MinRam,
    MaxRam,
    OsBit,
    OsType,
    Platform,
    CreatedAt,
    UpdatedAt,
    Cmk,
    Tags,
    Description,
    Kvm,
    Xen,
    Multiqueue,
    OsVersion,
    ImageSize,
    Owner,
    Container,
    Disk,
    Project,
    Unknown,
}

internal static class Fields
{
    public static readonly byte[][] Names =
    [
        .. new[]
        {
            "id", "name", "status", "protected", "__support_arm", "hw_firmware_type", "__imagetype", "visibility", "min_disk", "min_ram", "max_ram", "__os_bit",
            "__os_type", "__platform", "created_at", "updated_at", "__system__cmkid", "tags", "__description", "__support_kvm", "__support_xen",
            "hw_vif_multiqueue_enabled", "__os_version", "__image_size", "owner", "container_format", "disk_format", "enterprise_project_id",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
    ];

    public static Field Of(ReadOnlySpan<byte> name) => name.Length switch
    {
        2 => name.SequenceEqual("id"u8) ? Field.Id : Field.Unknown,
        4 => name.SequenceEqual("name"u8) ? Field.Name : name.SequenceEqual("tags"u8) ? Field.Tags : Field.Unknown,
        5 => name.SequenceEqual("owner"u8) ? Field.Owner : Field.Unknown,
        6 => name.SequenceEqual("status"u8) ? Field.Status : Field.Unknown,
        7 => name.SequenceEqual("min_ram"u8) ? Field.MinRam : name.SequenceEqual("max_ram"u8) ? Field.MaxRam : Field.Unknown,
        8 => name.SequenceEqual("min_disk"u8) ? Field.MinDisk : name.SequenceEqual("__os_bit"u8) ? Field.OsBit : Field.Unknown,
        9 => name.SequenceEqual("protected"u8) ? Field.Protected : name.SequenceEqual("__os_type"u8) ? Field.OsType : Field.Unknown,
        10 => OfTen(name),
        11 => name.SequenceEqual("__imagetype"u8) ? Field.ImageType : name.SequenceEqual("disk_format"u8) ? Field.Disk : Field.Unknown,
        12 => name.SequenceEqual("__os_version"u8) ? Field.OsVersion : name.SequenceEqual("__image_size"u8) ? Field.ImageSize : Field.Unknown,
        13 => OfThirteen(name),
        15 => name.SequenceEqual("__system__cmkid"u8) ? Field.Cmk : Field.Unknown,
        16 => name.SequenceEqual("hw_firmware_type"u8) ? Field.Firmware : name.SequenceEqual("container_format"u8) ? Field.Container : Field.Unknown,
        21 => name.SequenceEqual("enterprise_project_id"u8) ? Field.Project : Field.Unknown,
        25 => name.SequenceEqual("hw_vif_multiqueue_enabled"u8) ? Field.Multiqueue : Field.Unknown,
        _ => Field.Unknown,
    };

    private static Field OfTen(ReadOnlySpan<byte> name) => name.SequenceEqual("created_at"u8) ? Field.CreatedAt
        : name.SequenceEqual("updated_at"u8) ? Field.UpdatedAt
        : name.SequenceEqual("visibility"u8) ? Field.Visibility
        : name.SequenceEqual("__platform"u8) ? Field.Platform
        : Field.Unknown;

    private static Field OfThirteen(ReadOnlySpan<byte> name) => name.SequenceEqual("__support_kvm"u8) ? Field.Kvm
        : name.SequenceEqual("__support_xen"u8) ? Field.Xen
        : name.SequenceEqual("__support_arm"u8) ? Field.SupportArm
        : name.SequenceEqual("__description"u8) ? Field.Description
        : Field.Unknown;
}

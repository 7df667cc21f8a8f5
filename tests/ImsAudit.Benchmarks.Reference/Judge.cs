using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ImsAudit.Benchmarks.Reference;

/// <summary>The 25 policies of <c>ImsAudit.Benchmarks/Compare/policies</c>, by hand.</summary>
internal sealed partial class Judge
{
    private static readonly (byte[] Id, byte[] Severity)[] s_policies =
    [
        .. new (string Id, string Severity)[]
        {
            ("p01-active", "high"), ("p02-public-protected", "medium"), ("p03-arm-uefi", "high"), ("p04-private-not-public", "critical"), ("p05-min-disk", "low"),
            ("p06-min-ram", "low"), ("p07-max-ram", "low"), ("p08-os-bit", "medium"), ("p09-os-type", "medium"), ("p10-platform", "low"), ("p11-name", "low"),
            ("p12-created", "medium"), ("p13-updated", "low"), ("p14-encrypted", "high"), ("p15-tagged", "low"), ("p16-environment", "medium"), ("p17-no-test-name", "low"),
            ("p18-described", "info"), ("p19-kvm-only", "medium"), ("p20-multiqueue", "info"), ("p21-no-centos-6", "high"), ("p22-size", "low"), ("p23-owner", "medium"),
            ("p24-formats", "low"), ("p25-project", "low"),
        }.Select(policy => (Encoding.UTF8.GetBytes(policy.Id), Encoding.UTF8.GetBytes(policy.Severity))),
    ];

    private static readonly DateTime s_asOf = new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime s_yearBefore = s_asOf.AddDays(-365);
    private static readonly DateTime s_halfYearBefore = s_asOf.AddDays(-180);

    private readonly (JsonTokenType Kind, int Start, int Length)[] _fields = new (JsonTokenType, int, int)[(int)Field.Unknown];

    public FindingLines Lines { get; } = new();

    public void See(ReadOnlySpan<byte> line)
    {
        var image = new ImageFields(line, _fields);
        var (gold, own) = (image.Equal(Field.ImageType, "gold"u8), image.Equal(Field.ImageType, "private"u8));
        var active = image.Equal(Field.Status, "active"u8);
        One(image, 0, active, new(Field.Status, "equals active"u8), ScalarNeeds, [Field.Status]);
        if (Applies(image, 1, gold, new(Field.ImageType, "equals gold"u8), [Field.ImageType, Field.Protected]))
            One(image, 1, image.IsTrue(Field.Protected), new(Field.Protected, "equals true"u8), BooleanNeeds, [Field.ImageType, Field.Protected]);
        var arm = image.IsTrue(Field.SupportArm);
        if (arm == Truth.Unknown) One(image, 2, arm, new(Field.SupportArm, "equals true"u8), BooleanNeeds, [Field.SupportArm, Field.Firmware]);
        else if (arm == Truth.True) One(image, 2, image.Equal(Field.Firmware, "uefi"u8), new(Field.Firmware, "equals uefi"u8), ScalarNeeds, [Field.SupportArm, Field.Firmware]);
        if (Applies(image, 3, own, new(Field.ImageType, "equals private"u8), [Field.ImageType, Field.Visibility]))
            One(image, 3, Not(image.Equal(Field.Visibility, "public"u8)), new(Field.Visibility, "notEquals public"u8), ScalarNeeds, [Field.ImageType, Field.Visibility]);
        One(image, 4, Number(image, Field.MinDisk, 40, 1024), new(Field.MinDisk, "between [40, 1024]"u8), NumberNeeds, [Field.MinDisk]);
        One(image, 5, Number(image, Field.MinRam, 512, double.MaxValue), new(Field.MinRam, "atLeast 512"u8), NumberNeeds, [Field.MinRam]);
        One(image, 6, Number(image, Field.MaxRam, double.MinValue, 524288), new(Field.MaxRam, "atMost 524288"u8), NumberNeeds, [Field.MaxRam]);
        One(image, 7, Or(image.Equal(Field.OsBit, "32"u8), image.Equal(Field.OsBit, "64"u8)), new(Field.OsBit, "in [32, 64]"u8), ScalarNeeds, [Field.OsBit]);
        One(image, 8, Or(image.Equal(Field.OsType, "Linux"u8), image.Equal(Field.OsType, "Windows"u8)), new(Field.OsType, "in [Linux, Windows]"u8), ScalarNeeds, [Field.OsType]);
        One(image, 9, ImageFields.Of(!image.IsMissing(Field.Platform)), new(Field.Platform, "exists true"u8), default, [Field.Platform]);
        if (Applies(image, 10, own, new(Field.ImageType, "equals private"u8), [Field.ImageType, Field.Name]))
            One(image, 10, Named(image), new(Field.Name, "matches ^[a-z0-9]\\u002B([-._][a-z0-9]\\u002B)*$"u8), ScalarNeeds, [Field.ImageType, Field.Name]);
        One(image, 11, After(image, Field.CreatedAt, s_yearBefore), new(Field.CreatedAt, "newerThan 365d"u8), TimeNeeds, [Field.CreatedAt]);
        if (Applies(image, 12, active, new(Field.Status, "equals active"u8), [Field.Status, Field.UpdatedAt]))
            One(image, 12, After(image, Field.UpdatedAt, s_halfYearBefore), new(Field.UpdatedAt, "newerThan 180d"u8), TimeNeeds, [Field.Status, Field.UpdatedAt]);
        if (Applies(image, 13, own, new(Field.ImageType, "equals private"u8), [Field.ImageType, Field.Cmk]))
            One(image, 13, ImageFields.Of(!image.IsEmpty(Field.Cmk)), new(Field.Cmk, "empty false"u8), default, [Field.ImageType, Field.Cmk]);
        SeeTags(image);
        One(image, 16, Not(image.Contains(Field.Name, "test"u8)), new(Field.Name, "notLike *test*"u8), ScalarNeeds, [Field.Name]);
        One(image, 17, ImageFields.Of(!image.IsEmpty(Field.Description)), new(Field.Description, "empty false"u8), default, [Field.Description]);
        SeeKvm(image);
        SeeMultiqueue(image);
        One(image, 20, Not(image.Contains(Field.OsVersion, "CentOS 6"u8)), new(Field.OsVersion, "notContains CentOS 6"u8), " (needs a list, or a text, number or boolean)"u8, [Field.OsVersion]);
        One(image, 21, Number(image, Field.ImageSize, double.MinValue, Math.BitDecrement(50000000000d)), new(Field.ImageSize, "lessThan 50000000000"u8), NumberNeeds, [Field.ImageSize]);
        SeeOwner(image);
        SeeFormats(image);
        One(image, 24, Not(image.Equal(Field.Project, "0"u8)), new(Field.Project, "notEquals 0"u8), ScalarNeeds, [Field.Project]);
    }

    private static ReadOnlySpan<byte> ScalarNeeds => " (needs a text, number or boolean)"u8;

    private static ReadOnlySpan<byte> BooleanNeeds => " (needs a boolean, or the text true or false)"u8;

    private static ReadOnlySpan<byte> NumberNeeds => " (needs a number, or the text of one)"u8;

    private static ReadOnlySpan<byte> TimeNeeds => " (needs a UTC timestamp such as 2018-09-06T14:03:27Z)"u8;

    private void SeeTags(in ImageFields image)
    {
        var prod = image.HasItem(Field.Tags, "env=prod"u8, out var count);
        var test = image.HasItem(Field.Tags, "env=test"u8, out _);
        var counted = image.IsMissing(Field.Tags) ? Truth.False : image.Kind(Field.Tags) != JsonTokenType.StartArray ? Truth.Unknown : ImageFields.Of(count >= 1);
        One(image, 14, counted, new(Field.Tags, "count atLeast 1"u8), " (needs a list)"u8, [Field.Tags]);
        Two(image, 15, Or(prod, test), new(prod, new(Field.Tags, "contains env=prod"u8)), new(test, new(Field.Tags, "contains env=test"u8)), " (needs a list, or a text, number or boolean)"u8, [Field.Tags]);
    }

    private void SeeKvm(in ImageFields image)
    {
        var (kvm, xen) = (image.IsTrue(Field.Kvm), Not(image.IsTrue(Field.Xen)));
        Two(image, 18, And(kvm, xen), new(kvm, new(Field.Kvm, "equals true"u8)), new(xen, new(Field.Xen, "notEquals true"u8)), BooleanNeeds, [Field.Kvm, Field.Xen]);
    }

    private void SeeMultiqueue(in ImageFields image)
    {
        var (queues, windows) = (image.IsTrue(Field.Multiqueue), image.Equal(Field.OsType, "Windows"u8));
        Two(image, 19, Or(queues, windows), new(queues, new(Field.Multiqueue, "equals true"u8)), new(windows, new(Field.OsType, "equals Windows"u8)), BooleanNeeds, [Field.OsType, Field.Multiqueue]);
    }

    private void SeeOwner(in ImageFields image)
    {
        var owner = Or(
            Or(image.Equal(Field.Owner, "0a1b2c3d4e5f60718293a4b5c6d7e8f0"u8), image.Equal(Field.Owner, "1a1b2c3d4e5f60718293a4b5c6d7e8f1"u8)),
            Or(image.Equal(Field.Owner, "2a1b2c3d4e5f60718293a4b5c6d7e8f2"u8), image.Equal(Field.Owner, "3a1b2c3d4e5f60718293a4b5c6d7e8f3"u8)));
        One(image, 22, owner, new(Field.Owner, "in [0a1b2c3d4e5f60718293a4b5c6d7e8f0, 1a1b2c3d4e5f60718293a4b5c6d7e8f1, 2a1b2c3d4e5f60718293a4b5c6d7e8f2, 3a1b2c3d4e5f60718293a4b5c6d7e8f3]"u8), ScalarNeeds, [Field.Owner]);
    }

    private void SeeFormats(in ImageFields image)
    {
        var container = image.Equal(Field.Container, "bare"u8);
        var disk = Or(Or(image.Equal(Field.Disk, "vhd"u8), image.Equal(Field.Disk, "zvhd"u8)), Or(Or(image.Equal(Field.Disk, "zvhd2"u8), image.Equal(Field.Disk, "raw"u8)), image.Equal(Field.Disk, "qcow2"u8)));
        Two(image, 23, And(container, disk), new(container, new(Field.Container, "equals bare"u8)), new(disk, new(Field.Disk, "in [vhd, zvhd, zvhd2, raw, qcow2]"u8)), ScalarNeeds, [Field.Container, Field.Disk]);
    }

    private bool Applies(in ImageFields image, int policy, Truth when, Leaf leaf, ReadOnlySpan<Field> fields)
    {
        if (when == Truth.Unknown) One(image, policy, when, leaf, ScalarNeeds, fields);
        return when == Truth.True;
    }

    private void One(in ImageFields image, int policy, Truth truth, Leaf leaf, ReadOnlySpan<byte> needs, ReadOnlySpan<Field> fields)
    {
        if (truth != Truth.True) Two(image, policy, truth, new(truth, leaf), new(Truth.True, default), needs, fields);
    }

    private void Two(in ImageFields image, int policy, Truth truth, Decided first, Decided second, ReadOnlySpan<byte> needs, ReadOnlySpan<Field> fields)
    {
        if (truth == Truth.True) return;
        var undecided = truth == Truth.Unknown;
        if (!undecided) needs = [];
        Lines.Begin(image, s_policies[policy], undecided ? "error"u8 : "fail"u8);
        if (first.Truth == truth) Lines.Reason(image, isFirst: true, first.Leaf, needs);
        if (second.Truth == truth) Lines.Reason(image, first.Truth != truth, second.Leaf, needs);
        Lines.BeginMessage(undecided);
        if (first.Truth == truth) Lines.Say(image, isFirst: true, first.Leaf, needs);
        if (second.Truth == truth) Lines.Say(image, first.Truth != truth, second.Leaf, needs);
        Lines.End(image, fields);
    }

    private static Truth Number(in ImageFields image, Field field, double least, double most) =>
        image.IsMissing(field) ? Truth.False : image.TryNumber(field, out var number) ? ImageFields.Of(number >= least && number <= most) : Truth.Unknown;

    private static Truth After(in ImageFields image, Field field, DateTime moment) =>
        image.IsMissing(field) ? Truth.False : image.TryTime(field, out var time) ? ImageFields.Of(time > moment) : Truth.Unknown;

    private static Truth Named(in ImageFields image)
    {
        if (image.IsMissing(Field.Name)) return Truth.False;
        if (image.Kind(Field.Name) != JsonTokenType.String) return Truth.Unknown;
        Span<char> name = stackalloc char[1024];
        return ImageFields.Of(NamePattern().IsMatch(name[..Encoding.UTF8.GetChars(image.Text(Field.Name), name)]));
    }

    private static Truth Not(Truth truth) => Truth.True - (byte)truth;

    private static Truth Or(Truth left, Truth right) => left > right ? left : right;

    private static Truth And(Truth left, Truth right) => left < right ? left : right;

    [GeneratedRegex("^[a-z0-9]+([-._][a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NamePattern();

    private readonly ref struct Decided(Truth truth, Leaf leaf)
    {
        public readonly Truth Truth = truth;
        public readonly Leaf Leaf = leaf;
    }
}

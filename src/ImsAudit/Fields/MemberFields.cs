using System.Globalization;
using ImsAudit.Images;

namespace ImsAudit.Fields;

/// <summary>
/// The <c>@members.</c> fields: whom an own image is shared out to. An image that says it is not shared has no member; of
/// one that may be shared, only the answer to <c>--members</c> tells, and what was not answered is unknown.
/// </summary>
internal sealed class MemberFields(ScannedProjects projects)
{
    public const string Prefix = FieldCatalogue.MembersPrefix;

    private const string NotAsked = "whom the image is shared out to was not collected: collect with --members";
    private const string Foreign = "only the project that owns the image can list its members";
    private const string NoProjectKnown = "no project is known, so nobody can tell whose the image is: give --project";

    private static readonly string[] s_statuses = ["pending", "accepted", "rejected"];

    /// <exception cref="ArgumentException">There is no such field; policies are checked when they are loaded.</exception>
    public Func<Image, FieldValue> ReaderOf(string name) => name[Prefix.Length..] switch
    {
        "count" => image => Read(image, all => FieldValue.OfNumber(all.Count)),
        "projects" => image => Read(image, all => FieldValue.OfStrings(all.Select(member => member.Id))),
        var status when s_statuses.Contains(status) => image => Read(image, all => Count(all, status)),
        _ => throw new ArgumentException($"There is no field {name}.", nameof(name)),
    };

    private static FieldValue Count(IReadOnlyList<ImageMember> all, string status)
    {
        var strange = all.FirstOrDefault(member => !s_statuses.Contains(member.Status, StringComparer.OrdinalIgnoreCase));
        return strange is null
            ? FieldValue.OfNumber(all.Count(member => member.Status.Equals(status, StringComparison.OrdinalIgnoreCase)))
            : FieldValue.Unreadable(string.Create(CultureInfo.InvariantCulture, $"a member has the status \"{strange.Status}\", which is none of {string.Join(", ", s_statuses)}"));
    }

    private FieldValue Read(Image image, Func<IReadOnlyList<ImageMember>, FieldValue> read)
    {
        if (image.Members is { } members) return members.Unknown is { } why ? FieldValue.Unreadable(why) : read(members.All);
        var head = ImageHead.Read(image.Json.Span);
        return projects.Owns(image.Scope, head.Owner) switch
        {
            null => FieldValue.Unreadable(NoProjectKnown),
            false => FieldValue.Unreadable(Foreign),
            true when IsToldNotShared(head) => read([]),
            true => FieldValue.Unreadable(NotAsked),
        };
    }

    /// <summary>An image that says nothing of itself may be shared.</summary>
    private static bool IsToldNotShared(ImageHead head) =>
        !ImageMembers.MayBeOf(head) && (!string.IsNullOrEmpty(head.ImageType) || !string.IsNullOrEmpty(head.Visibility));
}

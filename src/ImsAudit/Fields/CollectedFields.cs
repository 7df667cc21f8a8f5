using ImsAudit.Images;

namespace ImsAudit.Fields;

/// <summary>The <c>@</c> fields: what the collector knows and the image's JSON does not say.</summary>
internal sealed class CollectedFields(ScannedProjects projects)
{
    private const string NoProjectKnown = "no project is known, so nobody can tell whose the image is: give --project";

    public static bool IsCollected(string name) => name.StartsWith('@');

    /// <exception cref="ArgumentException">There is no such field; policies are checked when they are loaded.</exception>
    public Func<Image, FieldValue> ReaderOf(string name) => name switch
    {
        "@category" => image => FieldValue.OfString(image.Categories.First.Name()),
        "@categories" => image => FieldValue.OfStrings(image.Categories.Select(ImageCategories.Name)),
        "@memberStatus" => image => FieldValue.OfString(MemberStatus(image)),
        "@cloud" => image => FieldValue.OfString(image.Scope.Cloud),
        "@region" => image => FieldValue.OfString(image.Scope.Region),
        "@project" => image => FieldValue.OfString(image.Scope.Project),
        "@own" => Own,
        "@tagKeys" => image => TagFields.Keys(image),
        _ when name.StartsWith(MemberFields.Prefix, StringComparison.Ordinal) => new MemberFields(projects).ReaderOf(name),
        _ when name.StartsWith(FieldCatalogue.TagPrefix, StringComparison.Ordinal) => TagReader(name[FieldCatalogue.TagPrefix.Length..]),
        _ => throw new ArgumentException($"There is no field {name}.", nameof(name)),
    };

    private static string? MemberStatus(Image image) =>
        image.Categories.Select(ImageCategories.MemberStatus).FirstOrDefault(status => status is not null);

    private static Func<Image, FieldValue> TagReader(string key) => image => TagFields.ValueOf(image, key);

    private FieldValue Own(Image image) => projects.Owns(image.Scope, ImageHead.Read(image.Json.Span).Owner) switch
    {
        { } own => FieldValue.OfBoolean(own),
        null => FieldValue.Unreadable(NoProjectKnown),
    };
}

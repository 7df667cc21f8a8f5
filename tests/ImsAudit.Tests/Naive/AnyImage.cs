using System.Text;
using CsCheck;
using ImsAudit.Images;

namespace ImsAudit.Tests.Naive;

/// <summary>Random hostile images: every kind of JSON in every field, and values that are nearly what a policy asks for.</summary>
internal static class AnyImage
{
    public static readonly IReadOnlyList<ImageScope> Scanned = [new("a", "r", "p"), new("b", "r", "p2")];

    private static readonly string[] Properties =
        ["f", "g", "name", "ref", "owner", "__os_version", "min_disk", "created_at", "updated_at", "tags", "__support_agent_list", "__os_feature_list", "o", "o.p", "id2"];

    private static readonly ImageScope[] Scopes = [.. Scanned, new("a", "s", Project: null), new("a", "r", Project: null), ImageScope.Unknown];

    private static readonly Gen<ImageCategory> Category = Pick.Of<ImageCategory>([.. ImageCategories.All]);

    private static readonly Gen<string> Member = Gen.Select(Pick.Of(Properties), AnyJson.Value, AnyJson.Nested, Gen.Int[0, 5], (name, value, nested, dice) => $"\"{name}\":{Fitting(name, value, nested, dice)}");

    /// <summary>An image that is yet to get its number, which its id is made of.</summary>
    public static readonly Gen<Func<int, Image>> ByIndex = Gen.Select(Member.Array[0, 14], Pick.Of(Scopes), Category, Category, Make);

    private static Func<int, Image> Make(string[] members, ImageScope scope, ImageCategory category, ImageCategory other) => index =>
        new Image(scope, CategorySet.Of(category, index % 3 == 0 ? other : category), $"i-{index}", Encoding.UTF8.GetBytes($"{{{string.Join(',', members.Append($"\"id\":\"i-{index}\""))}}}"));

    /// <summary>Fields that hold something special hold it most of the time.</summary>
    private static string Fitting(string name, string value, string nested, int dice) => (name, dice) switch
    {
        ("o", > 1) => nested,
        ("__os_feature_list", > 2) => System.Text.Json.JsonSerializer.Serialize(nested),
        ("__os_feature_list", 2) => System.Text.Json.JsonSerializer.Serialize(" " + value + " "),
        ("owner", > 1) => dice > 3 ? "\"p\"" : "\"p2\"",
        ("ref", > 1) => $"\"i-{value.Length * dice}\"",
        ("tags", > 2) => $"[\"env=prod\",\"Env.test\",{(dice == 3 ? value : "\"x\"")},\"a.b=c\"]",
        ("tags", 2) => "[\"x\",\"env\"]",
        _ => value,
    };
}

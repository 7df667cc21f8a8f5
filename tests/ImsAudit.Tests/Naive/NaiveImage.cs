using System.Text.Json;
using ImsAudit.Images;

namespace ImsAudit.Tests.Naive;

/// <summary>An image, and its fields as the language page's chapter "Fields" says.</summary>
internal sealed class NaiveImage(Image image, IReadOnlyCollection<ImageScope> scanned)
{
    private readonly JsonElement _json = JsonDocument.Parse(image.Json).RootElement;
    private readonly Dictionary<string, NaiveValue> _read = new(StringComparer.Ordinal);

    public Image Image => image;

    public NaiveValue Field(string name)
    {
        if (_read.TryGetValue(name, out var value)) return value;
        return _read[name] = name.StartsWith('@') ? Collected(name) : Path(new NaiveValue(_json), name, isTop: true);
    }

    private static NaiveValue Path(NaiveValue target, string path, bool isTop)
    {
        if (target.Json is not { ValueKind: JsonValueKind.Object } json) return NaiveValue.Missing;
        if (json.TryGetProperty(path, out var own)) return new NaiveValue(own);
        for (var dot = path.LastIndexOf('.'); dot > 0; dot = path.LastIndexOf('.', dot - 1))
        {
            if (!json.TryGetProperty(path[..dot], out var inner)) continue;
            var value = new NaiveValue(inner);
            return Path(isTop && path[..dot] == "__os_feature_list" ? Embedded(value) : value, path[(dot + 1)..], isTop: false);
        }
        return NaiveValue.Missing;
    }

    private static NaiveValue Embedded(NaiveValue value)
    {
        if (value.Json is not { ValueKind: JsonValueKind.String }) return value;
        try
        {
            return NaiveValue.Of(value.Text!);
        }
        catch (JsonException)
        {
            return NaiveValue.Missing;
        }
    }

    private NaiveValue Collected(string name) => name switch
    {
        "@category" => NaiveValue.OfText(ImageCategories.All.First(image.Categories.Contains).Name()),
        "@categories" => NaiveValue.OfTexts(ImageCategories.All.Where(image.Categories.Contains).Select(ImageCategories.Name)),
        "@memberStatus" => NaiveValue.OfText(ImageCategories.All.Where(image.Categories.Contains).Select(one => one.Name().Split('-')).FirstOrDefault(parts => parts[0] == "shared")?[1]),
        "@cloud" => NaiveValue.OfText(image.Scope.Cloud),
        "@region" => NaiveValue.OfText(image.Scope.Region),
        "@project" => NaiveValue.OfText(image.Scope.Project),
        "@own" => Own(),
        "@tagKeys" => Tags() is { } tags ? tags.IsList ? NaiveValue.OfTexts(tags.Items.Select(tag => Split(tag.Text!).Key)) : tags : NaiveValue.Unreadable,
        _ => TagValue(name["@tag.".Length..]),
    };

    private NaiveValue Own()
    {
        var projects = scanned.Where(scope => scope.Cloud == image.Scope.Cloud && scope.Region == image.Scope.Region).Append(image.Scope).Select(scope => scope.Project).OfType<string>().ToList();
        if (projects.Count == 0) return NaiveValue.Unreadable;
        var owner = Field("owner");
        return NaiveValue.Of(owner.Json is { ValueKind: JsonValueKind.String } && projects.Contains(owner.Text!) ? "true" : "false");
    }

    private NaiveValue TagValue(string key)
    {
        if (Tags() is not { } tags) return NaiveValue.Unreadable;
        if (!tags.IsList) return tags;
        foreach (var tag in tags.Items)
            if (Split(tag.Text!).Key.Equals(key, StringComparison.OrdinalIgnoreCase))
                return NaiveValue.OfText(Split(tag.Text!).Value);
        return NaiveValue.Missing;
    }

    /// <summary>A list of scalars, or missing; null when it is neither.</summary>
    private NaiveValue? Tags()
    {
        var tags = Field("tags");
        return tags.IsMissing ? NaiveValue.Missing : tags.IsList && tags.Items.All(item => item.IsScalar) ? tags : null;
    }

    private static (string Key, string Value) Split(string tag)
    {
        var parts = tag.Split(tag.Contains('=') ? '=' : '.', 2);
        return (parts[0], parts.Length > 1 ? parts[1] : "");
    }
}

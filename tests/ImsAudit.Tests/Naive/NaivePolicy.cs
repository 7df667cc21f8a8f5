using System.Text.Json;
using ImsAudit.Images;
using ImsAudit.Results;

namespace ImsAudit.Tests.Naive;

/// <param name="Image">The image whose fields are read.</param>
/// <param name="Judged">The image that the policy judges; another one inside of a <c>where</c> about another image.</param>
internal readonly record struct NaiveSight(NaiveImage Image, NaiveImage Judged);

/// <summary>What is around the images: everything that was seen, the moment, and the lists and tables.</summary>
/// <param name="MayMiss">An image that is not found may still be there.</param>
internal sealed record NaiveWorld(
    IReadOnlyList<NaiveImage> Images,
    bool MayMiss,
    DateTimeOffset AsOf,
    IReadOnlyDictionary<string, JsonElement> Lists,
    IReadOnlyDictionary<string, (string Like, DateTimeOffset? EndOfLife)[]> Tables)
{
    private readonly Dictionary<string, ILookup<string, NaiveImage>> _byField = new(StringComparer.Ordinal);

    /// <summary>The images by the exact text of a field; remembered, or a thousand images would be read a thousand times.</summary>
    public ILookup<string, NaiveImage> ImagesBy(string field)
    {
        if (!_byField.TryGetValue(field, out var found)) _byField[field] = found = Images.Where(image => image.Field(field).Text is not null).ToLookup(image => image.Field(field).Text!, StringComparer.Ordinal);
        return found;
    }
}

/// <summary>
/// A second evaluator, written from the page of the language alone and as simply as can be: no compiling, no slots, no
/// short cuts. It says what the first one must say.
/// </summary>
internal sealed class NaivePolicy(JsonElement policy, NaiveWorld world)
{
    public DateTimeOffset AsOf => world.AsOf;

    public JsonElement Json => policy;

    public Outcome Judge(NaiveImage image)
    {
        if (Applies(image) is not Outcome.Pass and var outcome) return outcome;
        var truth = policy.TryGetProperty("require", out var require) ? Test(require, image) : !Test(policy.GetProperty("forbid"), image);
        return truth switch { true => Outcome.Pass, false => Outcome.Fail, null => Outcome.Error };
    }

    /// <summary>Pass when the policy applies to the image.</summary>
    public Outcome Applies(NaiveImage image)
    {
        if (policy.TryGetProperty("categories", out var categories) && !categories.EnumerateArray().Any(one => image.Image.Categories.Select(ImageCategories.Name).Contains(one.GetString()))) return Outcome.NotApplicable;
        if (!policy.TryGetProperty("when", out var when)) return Outcome.Pass;
        return Test(when, image) switch { true => Outcome.Pass, false => Outcome.NotApplicable, null => Outcome.Error };
    }

    public bool? Test(JsonElement condition, NaiveImage image) => Test(condition, new NaiveSight(image, image));

    public NaiveValue Parameter(string name) => new(policy.GetProperty("parameters").GetProperty(name).GetProperty("default"));

    public NaiveValue List(string id) => new(world.Lists[id]);

    public (string Like, DateTimeOffset? EndOfLife)[] Table(string id) => world.Tables[id];

    public bool? RefersTo(JsonElement operand, NaiveValue value, NaiveSight sight)
    {
        if (value.Text is not { } text) return null;
        var by = operand.TryGetProperty("by", out var given) ? given.GetString()! : "id";
        var scope = sight.Judged.Image.Scope;
        var named = world.ImagesBy(by)[text].Where(other => other.Image.Scope.Cloud == scope.Cloud && other.Image.Scope.Region == scope.Region).ToList();
        var truth = Kleene.Any(named.Select(other => operand.TryGetProperty("where", out var where) ? Test(where, sight with { Image = other }) : true));
        // An id names one image. Of other fields' values another image, not seen, may have the same.
        return truth == false && world.MayMiss && !(by == "id" && named.Count > 0) ? null : truth;
    }

    private bool? Test(JsonElement condition, NaiveSight sight)
    {
        if (condition.ValueKind is JsonValueKind.True or JsonValueKind.False) return condition.GetBoolean();
        if (condition.TryGetProperty("allOf", out var all)) return Kleene.All(all.EnumerateArray().Select(inner => Test(inner, sight)));
        if (condition.TryGetProperty("anyOf", out var any)) return Kleene.Any(any.EnumerateArray().Select(inner => Test(inner, sight)));
        if (condition.TryGetProperty("not", out var not)) return !Test(not, sight);
        var caseSensitive = condition.TryGetProperty("caseSensitive", out var choice) && choice.GetBoolean();
        var use = condition.EnumerateObject().Single(member => member.Name is not ("field" or "list" or "param" or "caseSensitive"));
        return new NaiveOperators(this, caseSensitive).Test(use.Name, use.Value, Subject(condition, sight), sight);
    }

    private (NaiveValue Value, bool IsCommaList) Subject(JsonElement leaf, NaiveSight sight)
    {
        if (leaf.TryGetProperty("list", out var list)) return (List(list.GetString()!), false);
        if (leaf.TryGetProperty("param", out var parameter)) return (Parameter(parameter.GetString()!), false);
        var field = leaf.GetProperty("field").GetString()!;
        return (sight.Image.Field(field), field == "__support_agent_list");
    }
}

using System.Text.Json.Nodes;

namespace ImsAudit.Cli.Tests.RealGlance;

/// <summary>Compares what was collected with what was put in.</summary>
internal static class EstateAssertions
{
    /// <summary>Every image that <c>alpha</c> may see, once, in its one category, with every property it was made with; no other.</summary>
    public static void ShouldHoldExactly(this SnapshotFile snapshot, Estate estate, params string[] categories)
    {
        var expected = estate.Visible.Where(image => categories.Length == 0 || categories.Contains(image.Value)).ToDictionary();
        var collected = snapshot.Lines.ToDictionary(SnapshotFile.Id, SnapshotFile.Categories);
        expected.Keys.Except(collected.Keys).ShouldBeEmpty("images that are there and were not collected");
        collected.Keys.Except(expected.Keys).ShouldBeEmpty("images that must not be seen");
        collected.Where(image => expected[image.Key] != image.Value).Select(image => $"{image.Key} is {expected[image.Key]}, not {image.Value}")
            .ShouldBeEmpty("images in a wrong category");
        foreach (var image in estate.Images.Where(image => collected.ContainsKey(image.Id)))
            ShouldHaveEveryProperty(snapshot.Line(image.Id)["image"]!, image);
    }

    private static void ShouldHaveEveryProperty(JsonNode collected, EstateImage put)
    {
        foreach (var (name, value) in put.Sent)
            JsonNode.DeepEquals(collected[name], value).ShouldBeTrue($"{name} of {put.Id} is {collected[name]}, and {value} was put in");
    }
}

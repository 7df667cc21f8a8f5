using ImsAudit.Results;

namespace ImsAudit.Evaluation;

/// <summary>The sentences that findings without a message of their own get, made from the leaves that decided.</summary>
internal static class Sentences
{
    public static string Failed(IReadOnlyList<Reason> reasons, string title, string language) => reasons.Count == 0
        ? title
        : string.Join(Chinese(language) ? "；" : "; ", reasons.Select(reason => Failed(reason, language)));

    public static string Undecided(IReadOnlyList<Reason> reasons, string language)
    {
        var parts = reasons.Select(reason => Chinese(language)
            ? $"{reason.Field}的值{Shown(reason, language)}，要求{reason.Expected}"
            : $"{reason.Field} is {Shown(reason, language)}, expected {reason.Expected}");
        return Chinese(language) ? $"无法判断：{string.Join("；", parts)}" : $"cannot be decided: {string.Join("; ", parts)}";
    }

    public static string Group(IReadOnlyList<(string Field, JsonText Value)> key, Reason reason, string language)
    {
        var count = reason.Actual.Display;
        if (key.Count == 0) return Chinese(language) ? $"共{count}个镜像，应为{reason.Expected}" : $"{count} images, expected {reason.Expected}";
        var named = string.Join(", ", key.Select(pair => $"{pair.Field} {(pair.Value.IsNull ? "(missing)" : pair.Value.Display)}"));
        return Chinese(language) ? $"{named}的镜像共{count}个，应为{reason.Expected}" : $"{count} images with {named}, expected {reason.Expected}";
    }

    private static string Failed(Reason reason, string language) => Chinese(language)
        ? $"{reason.Field}为{Shown(reason, language)}，应为{reason.Expected}"
        : $"{reason.Field} is {Shown(reason, language)}, expected {reason.Expected}";

    private static string Shown(Reason reason, string language)
    {
        if (reason.Actual.IsNull) return Chinese(language) ? "缺失" : "missing";
        var text = reason.Actual.Display;
        return text.Length == 0 ? "\"\"" : text;
    }

    private static bool Chinese(string language) => language == "zh";
}

using System.Collections;
using System.Globalization;
using System.Reflection;
using ImsAudit.Results;

namespace ImsAudit.Tests.Results;

/// <summary>Every property of a result as text, so that two results can be compared whatever lists and dictionaries they are made of.</summary>
internal static class Dump
{
    public static string Of(object? value) => value switch
    {
        null => "∅",
        string text => $"\"{text}\"",
        JsonText json => json.Raw,
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        IFormattable simple => simple.ToString(null, CultureInfo.InvariantCulture),
        bool flag => flag ? "yes" : "no",
        IDictionary map => $"map({string.Join(", ", map.Keys.Cast<object>().Select(key => $"{Of(key)}: {Of(map[key])}"))})",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object>().Select(Of))}]",
        _ => $"{value.GetType().Name}({string.Join(", ", Properties(value).Select(property => $"{property.Name}: {Of(property.GetValue(value))}"))})",
    };

    private static PropertyInfo[] Properties(object value) =>
        [.. value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite)];
}

using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ImsAudit.Collection.Clouds;

/// <summary>
/// Reads the first document of a YAML file from the parser's events, without any of YAML's types. What an alias names is
/// shared and never copied, nesting is bounded, and so a file that was made to blow up does not.
/// </summary>
internal sealed class YamlFile
{
    private const int MostBytes = 4 * 1024 * 1024;
    private const int MostLevels = 50;

    private readonly string _path;
    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, YamlNodeAt> _anchors = [];
    private readonly YamlMerge _merge = new();

    private YamlFile(string path, string text)
    {
        _path = path;
        _parser = new Parser(new StringReader(text));
    }

    /// <returns>Null for a file without any value.</returns>
    /// <exception cref="YamlFileException">It cannot be read, or is no YAML.</exception>
    public static YamlNodeAt? Read(string path)
    {
        var text = Text(path);
        try
        {
            return new YamlFile(path, text).ReadDocument();
        }
        catch (YamlException wrong)
        {
            // The parser is lost at a tab, and does not say where.
            var tabbed = text.Split('\n').Index().FirstOrDefault(line => line.Item[..(line.Item.Length - line.Item.TrimStart().Length)].Contains('\t'));
            throw new YamlFileException(tabbed.Item is not null
                ? $"{path}:{tabbed.Index + 1}:1: this is no valid YAML: a tab stands where a line is indented; use spaces."
                : $"{path}:{wrong.End.Line}:{wrong.End.Column}: this is no valid YAML; check the indentation, the quotes and the colons here.");
        }
    }

    private static string Text(string path)
    {
        try
        {
            if (new FileInfo(path).Length > MostBytes) throw new YamlFileException($"{path}: the file is longer than {MostBytes / 1024 / 1024} MiB, which no list of clouds is.");
            return File.ReadAllText(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new YamlFileException($"{path}: the file cannot be read: {unreadable.Message}");
        }
    }

    private YamlNodeAt? ReadDocument()
    {
        _parser.MoveNext();
        while (_parser.Current is StreamStart or DocumentStart) _parser.MoveNext();
        return _parser.Current is null or StreamEnd ? null : Node(level: 0);
    }

    private YamlNodeAt Node(int level)
    {
        if (level > MostLevels) throw At(_parser.Current!, $"there are more than {MostLevels} levels here; a list of clouds has five.");
        var node = _parser.Current switch
        {
            Scalar scalar => Text(scalar),
            SequenceStart start => List(start, level),
            MappingStart start => Map(start, level),
            AnchorAlias alias => _anchors.TryGetValue(alias.Value, out var named) ? named : throw At(alias, $"nothing before this place is named &{alias.Value}."),
            var other => throw At(other!, "a value is expected here."),
        };
        _parser.MoveNext();
        return node;
    }

    private YamlText Text(Scalar scalar)
    {
        var isNull = scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null" or "Null" or "NULL";
        return Named(scalar, new YamlText(Place(scalar), scalar.Value, isNull));
    }

    private YamlList List(SequenceStart start, int level)
    {
        var items = new List<YamlNodeAt>();
        _parser.MoveNext();
        while (_parser.Current is not SequenceEnd) items.Add(Node(level + 1));
        return Named(start, new YamlList(Place(start), items));
    }

    private YamlMap Map(MappingStart start, int level)
    {
        var (own, merged) = (new Dictionary<string, YamlNodeAt>(StringComparer.Ordinal), new List<YamlNodeAt>());
        _parser.MoveNext();
        while (_parser.Current is not MappingEnd)
        {
            if (_parser.Current is not Scalar key) throw At(_parser.Current!, "a key that is a text is expected here.");
            _parser.MoveNext();
            var value = Node(level + 1);
            if (key is { Value: "<<", Style: ScalarStyle.Plain }) merged.Add(value);
            else if (!own.TryAdd(key.Value, value)) throw At(key, $"the key \"{key.Value}\" stands here a second time: remove one of them.");
        }
        return Named(start, new YamlMap(Place(start), _merge.Into(own, merged)));
    }

    private T Named<T>(NodeEvent begin, T node) where T : YamlNodeAt
    {
        if (!begin.Anchor.IsEmpty) _anchors[begin.Anchor] = node;
        return node;
    }

    private string Place(ParsingEvent at) => $"{_path}:{at.Start.Line}:{at.Start.Column}";

    private YamlFileException At(ParsingEvent at, string what) => new($"{Place(at)}: {what}");
}

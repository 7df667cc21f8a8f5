namespace ImsAudit.Collection.Clouds;

/// <summary>A YAML file that cannot be read; the message is a sentence with file, line and column.</summary>
internal sealed class YamlFileException(string sentence) : Exception(sentence);

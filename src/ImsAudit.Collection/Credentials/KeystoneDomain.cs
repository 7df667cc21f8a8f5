using System.Text.Json;

namespace ImsAudit.Collection.Credentials;

/// <summary>The domain of a user or of a project at Keystone v3: by name, else by id, else the one whose id is <c>default</c>.</summary>
public readonly record struct KeystoneDomain(string? Name, string? Id)
{
    public bool IsGiven => !string.IsNullOrEmpty(Name) || !string.IsNullOrEmpty(Id);

    /// <summary>This domain, or the other where this one is not given.</summary>
    public KeystoneDomain Or(KeystoneDomain other) => IsGiven ? this : other;

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("domain");
        if (string.IsNullOrEmpty(Name)) json.WriteString("id", string.IsNullOrEmpty(Id) ? "default" : Id);
        else json.WriteString("name", Name);
        json.WriteEndObject();
    }
}

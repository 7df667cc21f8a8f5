using System.Text.Json;

namespace ImsAudit.Collection.Credentials;

/// <summary>The project that a token is wanted for: by id, else by name within a domain.</summary>
internal readonly record struct ProjectScope(string? Id, string? Name, KeystoneDomain Domain)
{
    public bool IsGiven => !string.IsNullOrEmpty(Id) || !string.IsNullOrEmpty(Name);

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("scope");
        json.WriteStartObject("project");
        if (string.IsNullOrEmpty(Id))
        {
            json.WriteString("name", Name);
            Domain.Write(json);
        }
        else
        {
            json.WriteString("id", Id);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
